'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { v4 as newId } from 'uuid'
import { FormError } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { callApi } from '@/lib/api-client/call-api'
import { recordedErasureSchema } from '@/lib/privacy/erasure'
import { OutOfReach } from './out-of-reach'

/** The button that removes everything of a person from some leads, after a question. */
export function ErasePerson({ leadIds }: { leadIds: string[] }) {
  const t = useTranslations('privacy.erase')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" isDisabled={leadIds.length === 0} onPress={() => setOpen(true)}>
        {t('action')}
      </Button>
      <Dialog title={t('title', { count: leadIds.length })} isOpen={isOpen} onOpenChange={setOpen}>
        <EraseQuestion leadIds={leadIds} onBack={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

type EraseQuestionProps = { leadIds: string[]; onBack: () => void }

/** What an erasure does and does not do, and whether to do it. Ends at its receipt. */
function EraseQuestion({ leadIds, onBack }: EraseQuestionProps) {
  const t = useTranslations('privacy.erase')
  const refusalWords = useRefusalWords()
  const router = useRouter()
  const { mutate, isPending, isSuccess, error } = useErase()
  const erase = () => mutate(leadIds, { onSuccess: ({ id }) => router.push(`/settings/privacy/${id}`) })
  return (
    <>
      <div className="grid gap-3 text-sm text-soft">
        <p>{t('meaning')}</p>
        <OutOfReach />
      </div>
      {error && (
        <div className="mt-3">
          <FormError message={refusalWords(error, t('failed'), { not_allowed: t('underWay') })} />
        </div>
      )}
      <DialogActions>
        <Button autoFocus onPress={onBack}>
          {t('back')}
        </Button>
        <Button variant="danger" isPending={isPending || isSuccess} onPress={erase}>
          {t('confirm')}
        </Button>
      </DialogActions>
    </>
  )
}

/** Erases a person's leads. Pressed again after a lost answer it is the same erasure. */
function useErase() {
  const queryClient = useQueryClient()
  const [id] = useState(() => newId())
  return useMutation({
    mutationFn: (leadIds: string[]) =>
      callApi('/api/staff/privacy/erasures', {
        method: 'POST',
        body: { id, leadIds },
        answer: recordedErasureSchema,
      }),
    // The log and the records on other pages of this tab hold what is gone.
    onSuccess: () => queryClient.removeQueries(),
  })
}
