'use client'

import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-audit-words'
import { CopyButton } from '@/components/ui/copy-button'
import { Fact, Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { RecordedErasure } from '@/lib/privacy/erasure'
import { LedgerNotice, OutOfReach } from './out-of-reach'
import { PrintButton } from './print-button'

const counted = ['leads', 'cancelled', 'attempts', 'keptAnswers', 'sandboxEntries'] as const

/** That something was erased: when, by whom, how much. Nothing of the person. */
export function ErasureReceiptView({ receipt }: { receipt: RecordedErasure }) {
  const t = useTranslations('privacy.receipt')
  const tLedger = useTranslations('privacy.ledger')
  const actorWords = useActorWords()
  return (
    <>
      <TextLink
        href="/settings/privacy"
        className="mb-1 inline-flex min-h-6 items-center text-sm print:hidden"
      >
        {t('back')}
      </TextLink>
      <PageHeader title={t('title')} detail={t('detail')}>
        <PrintButton />
      </PageHeader>
      {!receipt.inLedger && (
        <div className="mb-4 print:hidden">
          <LedgerNotice title={tLedger('lacksThis')} />
        </div>
      )}
      <Panel title={t('title')}>
        <Facts>
          <Fact name={t('id')}>
            <span className="flex items-start gap-1">
              <span className="font-mono text-xs leading-5 wrap-anywhere">{receipt.id}</span>
              <span className="-my-1 print:hidden">
                <CopyButton text={receipt.id} label={t('copyId')} />
              </span>
            </span>
          </Fact>
          <Fact name={t('at')}>
            <ExactTime at={receipt.at} look="second" />
          </Fact>
          <Fact name={t('by')}>{actorWords(receipt)}</Fact>
          {counted.map((name) => (
            <Fact key={name} name={t(name)}>
              {receipt[name]}
            </Fact>
          ))}
        </Facts>
        <div className="mt-4 border-t border-line pt-4 text-sm text-soft">
          <OutOfReach />
        </div>
      </Panel>
    </>
  )
}
