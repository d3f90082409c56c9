'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { type LookUpResult, lookUpResultSchema } from '@/lib/deliveries/delivery'
import { tellActed, useReadAnew } from './lead-acted'
import { SaidWord, useErrorKindWords } from './vitec-words'

/**
 * The button that looks a lead up in Vitec, and what came of it where that left the lead in doubt. It sends nothing.
 * To be placed in a row that wraps, in a live region: what was found goes below the row.
 */
export function LookUp({ leadId }: { leadId: string }) {
  const t = useTranslations('deliveries.lookUp')
  const { data, isPending, mutate } = useLookUp(leadId)
  useShortcut('v', isPending ? null : () => mutate(), { isAct: true })
  return (
    <>
      <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
        {t('action')}
      </Button>
      {data && data.kind !== 'found' && !isPending && (
        <div className="order-last basis-full">
          <LookUpFinding finding={data} />
        </div>
      )}
    </>
  )
}

/** Looks a lead up in Vitec. What settles it is told by a toast and by every view of leads; the rest is `data`. */
function useLookUp(leadId: string) {
  const t = useTranslations('deliveries.lookUp')
  const refusalWords = useRefusalWords()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/leads/${leadId}/look-up`, { method: 'POST', answer: lookUpResultSchema }),
    onSuccess: ({ kind }: LookUpResult) => {
      if (kind !== 'found') return
      tellActed(leadId, 'delivered')
      showToast({ tone: 'success', title: t('found') })
    },
    onError: (error) => {
      const title = refusalWords(error, t('noAnswer'), { not_allowed: t('notAllowed') })
      showToast({ tone: 'danger', title })
    },
    onSettled: useReadAnew(leadId),
  })
}

type LookUpFindingProps = { finding: Exclude<LookUpResult, { kind: 'found' }> }

/** What a look-up that settled nothing tells: it is for the reader to decide. */
function LookUpFinding({ finding }: LookUpFindingProps) {
  const t = useTranslations('deliveries.lookUp')
  const errorKindWords = useErrorKindWords()
  switch (finding.kind) {
    case 'none':
      return (
        <Notice tone="neutral" icon="search" title={t('none.title')}>
          {t('none.detail')}
        </Notice>
      )
    case 'possible':
      return (
        <Notice tone="neutral" icon="search" title={t('possible.title', { count: finding.count })}>
          <p>{t('possible.detail')}</p>
          {finding.doubts > 1 && <p>{t('possible.twice', { count: finding.doubts })}</p>}
        </Notice>
      )
    case 'no_rights':
      return (
        <Notice tone="neutral" icon="stopped" title={t('noRights.title')}>
          {t('noRights.detail')}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="danger" title={t('failed.title')}>
          <p>{t('failed.detail', { reason: errorKindWords(finding.errorKind) })}</p>
          <p className="mt-1">
            <SaidWord word={finding.word} />
          </p>
        </Notice>
      )
  }
}
