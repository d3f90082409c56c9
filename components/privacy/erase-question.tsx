'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { ApiError } from '@/lib/api-client/call-api'
import { OutOfReach } from './out-of-reach'
import { useErase } from './use-erase'

type EraseQuestionProps = { leadIds: string[]; onBack: () => void }

/** What an erasure does and does not do, and whether to do it. Ends at its receipt. */
export function EraseQuestion({ leadIds, onBack }: EraseQuestionProps) {
  const words = useTranslations('privacy.erase')
  const refusalWords = useRefusalWords()
  const router = useRouter()
  const { mutate, isPending, isSuccess, error } = useErase()
  const isUnderWay = error instanceof ApiError && error.refusal.code === 'not_allowed'
  const erase = () => mutate(leadIds, { onSuccess: ({ id }) => router.push(`/settings/privacy/${id}`) })
  return (
    <>
      <div className="grid gap-3 text-sm text-soft">
        <p>{words('meaning')}</p>
        <OutOfReach />
      </div>
      {error && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {isUnderWay ? words('underWay') : refusalWords(error, words('failed'))}
        </p>
      )}
      <DialogActions>
        <Button autoFocus onPress={onBack}>
          {words('back')}
        </Button>
        <Button variant="danger" isPending={isPending || isSuccess} onPress={erase}>
          {words('confirm')}
        </Button>
      </DialogActions>
    </>
  )
}
