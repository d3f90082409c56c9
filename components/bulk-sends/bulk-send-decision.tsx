'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { BulkSendCount, ChosenLeads } from '@/lib/delivery/bulk-send/bulk-send'
import { beginFailure, useBeginBulkSend } from './use-bulk-sends'

type BulkSendDecisionProps = { chosen: ChosenLeads; count: BulkSendCount; onDone: () => void }

/** Says how many leads will be sent and what that means. Where they may be in Vitec already, pressing is not enough. */
export function BulkSendDecision({ chosen, count, onDone }: BulkSendDecisionProps) {
  const words = useTranslations('bulkSend')
  const refusalWords = useRefusalWords()
  const beginning = useBeginBulkSend()
  const [isSure, setSure] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
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
                ? refusalWords(beginning.error, words('failure.noAnswer'))
                : words(`failure.${failure.kind}`)
            }
          />
        </div>
      )}
      <p className="text-base font-medium text-ink">
        {words(chosen.search === '' ? 'howMany' : 'howManyFound', { count: total })}
      </p>
      {total > count.most && <p className="text-soft">{words('tooMany', { most: count.most })}</p>}
      {canSend && <p className="text-soft">{words(`meaning.${chosen.status}`)}</p>}
      {canSend && mayDouble && (
        <Notice tone="warning" icon="alert" title={words('mayDouble')}>
          <Checkbox isSelected={isSure} onChange={setSure}>
            {words('sure')}
          </Checkbox>
        </Notice>
      )}
      {canSend && <p className="text-soft">{words('pace')}</p>}
      <DialogActions>
        <Button autoFocus onPress={onDone}>
          {words('back')}
        </Button>
        {canSend && (
          <Button
            variant={mayDouble ? 'danger' : 'primary'}
            isDisabled={mayDouble && !isSure && !beginning.isPending}
            isPending={beginning.isPending}
            onPress={begin}
          >
            {words(mayDouble ? 'sendAnyway' : 'send', { count: total })}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}
