'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Link } from '@/components/ui/link'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'

/** Who is signed in, with the way to their account and the way out. */
export function SignedInPerson({ name }: { name: string }) {
  const t = useTranslations('signIn')
  const refusalWords = useRefusalWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () => callApi('/api/auth/sign-out', { method: 'POST', answer: doneSchema }),
    // A new page rather than a new view: nothing of what was loaded stays in the tab.
    onSuccess: () => window.location.assign('/sign-in'),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('notSignedOut')) }),
  })
  return (
    <div className="flex items-center justify-between gap-1 border-t border-line pt-2">
      <Link
        href="/settings/account"
        className="min-w-0 truncate rounded-md px-2 py-1 text-sm text-soft hover:bg-hover hover:text-ink"
      >
        <Data>{name}</Data>
      </Link>
      <Button variant="quiet" size="sm" isPending={isPending} onPress={() => mutate()}>
        {t('signOut')}
      </Button>
    </div>
  )
}
