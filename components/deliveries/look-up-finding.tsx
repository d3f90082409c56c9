'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import type { LookUpResult } from '@/lib/deliveries/delivery'
import { SaidWord } from './said-word'
import { useErrorKindWords } from './use-error-kind-words'

type LookUpFindingProps = { finding: Exclude<LookUpResult, { kind: 'found' }> }

/** What a look-up that settled nothing tells: it is for the reader to decide. */
export function LookUpFinding({ finding }: LookUpFindingProps) {
  const words = useTranslations('delivery.lookUp')
  const errorKindWords = useErrorKindWords()
  switch (finding.kind) {
    case 'none':
      return (
        <Notice tone="neutral" icon="search" title={words('none.title')}>
          {words('none.detail')}
        </Notice>
      )
    case 'possible':
      return (
        <Notice tone="neutral" icon="search" title={words('possible.title', { count: finding.count })}>
          <p>{words('possible.detail')}</p>
          {finding.doubts > 1 && <p>{words('possible.twice', { count: finding.doubts })}</p>}
        </Notice>
      )
    case 'no_rights':
      return (
        <Notice tone="neutral" icon="stopped" title={words('noRights.title')}>
          {words('noRights.detail')}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="danger" title={words('failed.title')}>
          <p>{words('failed.detail', { reason: errorKindWords(finding.errorKind) })}</p>
          <p className="mt-1">
            <SaidWord word={finding.word} />
          </p>
        </Notice>
      )
  }
}
