'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-queue'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'

/** Ends every session of the reader, this one too. */
export function SignOutEverywhere() {
  const words = useTranslations('account')
  const refusalWords = useRefusalWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      callApi('/api/staff/account/sign-out-everywhere', { method: 'POST', answer: doneSchema }),
    onSuccess: () => window.location.assign('/sign-in'),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, words('failed')) }),
  })
  return (
    <>
      <p className="mb-3 text-sm text-soft">{words('everywhereMeaning')}</p>
      <Button isPending={isPending} onPress={() => mutate()}>
        {words('signOutEverywhere')}
      </Button>
    </>
  )
}
