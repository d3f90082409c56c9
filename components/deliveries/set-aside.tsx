'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { isToDoStatus } from '@/lib/deliveries/transitions'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { doneSchema } from '@/lib/people/person-view'
import { tellActed, useReadAnew } from './lead-acted'

type SetAsideProps = { lead: Pick<LeadRecord, 'id' | 'status' | 'setAsideAt' | 'replacedById'> }

/** The button that takes a lead off the list of what there is to do, or puts it back there. Nothing is sent. */
export function SetAside({ lead: { id, status, setAsideAt, replacedById } }: SetAsideProps) {
  const t = useTranslations('deliveries.setAside')
  const { mutate, isPending } = useSetAside(id)
  const isAside = setAsideAt !== null
  if (!isToDoStatus(status) || replacedById !== null) return null
  return (
    <Button isPending={isPending} onPress={() => mutate(!isAside)}>
      {t(isAside ? 'putBack' : 'action')}
    </Button>
  )
}

/** Sets a lead aside (`true`) or puts it back, and has every view of leads read anew. What was set aside is undone by its toast. */
function useSetAside(leadId: string) {
  const t = useTranslations('deliveries.setAside')
  const refusalWords = useRefusalWords()
  const setting = useMutation({
    mutationFn: (isAside: boolean) =>
      callApi(`/api/staff/leads/${leadId}/${isAside ? 'set-aside' : 'put-back'}`, {
        ...{ method: 'POST', answer: doneSchema },
      }),
    onSuccess: (_, isAside) => {
      if (isAside) tellActed(leadId, 'set_aside')
      showToast({
        tone: 'neutral',
        title: t(isAside ? 'done' : 'isBack'),
        ...(isAside && { action: { label: t('undo'), onPress: () => setting.mutate(false) } }),
      })
    },
    onError: (error) => {
      const title = refusalWords(error, t('noAnswer'), { not_allowed: t('notAllowed') })
      showToast({ tone: 'danger', title })
    },
    onSettled: useReadAnew(leadId),
  })
  return setting
}
