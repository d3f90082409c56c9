'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { v4 as newId } from 'uuid'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { BulkSendCount, ChosenLeads } from '@/lib/bulk-sends/bulk-send'
import { isWholeStatus } from '@/lib/leads/log-filter'
import { beginFailure, useBeginBulkSend } from './use-bulk-sends'

/** Whether it is all leads of a status, and not some of them. */

type BulkSendDecisionProps = { chosen: ChosenLeads; count: BulkSendCount; onDone: () => void }

/** Says how many leads will be sent and what that means. Where they may be in Vitec already, pressing is not enough. */
export function BulkSendDecision({ chosen, count, onDone }: BulkSendDecisionProps) {
  const t = useTranslations('bulkSends')
  const refusalWords = useRefusalWords()
  const beginning = useBeginBulkSend()
  const [isSure, setSure] = useState(false)
  const [id] = useState(() => newId())
  const failure = beginFailure(beginning.error)
  const total = failure?.total ?? count.total
  const mayDouble = chosen.status === 'unknown'
  const canSend = total > 0 && total <= count.most
  const begin = () => {
    setSure(false)
    beginning.mutate({ id, ...chosen, expected: total }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-3 text-sm">
      {failure && (
        <div role="alert">
          <Notice
            tone="warning"
            title={
              failure.kind === 'noAnswer'
                ? refusalWords(beginning.error, t('failure.noAnswer'))
                : t(`failure.${failure.kind}`)
            }
          />
        </div>
      )}
      <p className="text-base font-medium text-ink">
        {total > count.most
          ? t('howManyMore', { most: count.most })
          : t(isWholeStatus(chosen) ? 'howMany' : 'howManyFound', { count: total })}
      </p>
      {total > count.most && <p className="text-soft">{t('tooMany', { most: count.most })}</p>}
      {canSend && <p className="text-soft">{t(`meaning.${chosen.status}`)}</p>}
      {canSend && mayDouble && (
        <Notice tone="warning" icon="alert" title={t('mayDouble')}>
          <Checkbox isSelected={isSure} onChange={setSure}>
            {t('sure')}
          </Checkbox>
        </Notice>
      )}
      {canSend && <p className="text-soft">{t('pace')}</p>}
      <DialogActions>
        <Button autoFocus onPress={onDone}>
          {t('back')}
        </Button>
        {canSend && (
          <Button
            variant={mayDouble ? 'danger' : 'primary'}
            isDisabled={mayDouble && !isSure && !beginning.isPending}
            isPending={beginning.isPending}
            onPress={begin}
          >
            {t(mayDouble ? 'sendAnyway' : 'send', { count: total })}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}
