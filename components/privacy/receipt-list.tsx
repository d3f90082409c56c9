'use client'

import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-audit-words'
import { Cell, Column, Row, RowLink, Table, TableBody, TableHead } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import type { ErasureReceipt } from '@/lib/privacy/erasure'

/** The receipts so far, newest first. */
export function ReceiptList({ receipts }: { receipts: ErasureReceipt[] }) {
  const t = useTranslations('privacy.receipt')
  const actorWords = useActorWords()
  if (receipts.length === 0) return null
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts" className="mb-2 text-sm font-semibold text-ink">
        {t('list')}
      </h2>
      <Table caption={t('list')}>
        <TableHead>
          <Column>{t('at')}</Column>
          <Column>{t('by')}</Column>
          <Column>{t('leads')}</Column>
        </TableHead>
        <TableBody>
          {receipts.map((receipt) => (
            <Row key={receipt.id}>
              <Cell>
                <RowLink href={`/settings/privacy/${receipt.id}`}>
                  <ExactTime at={receipt.at} />
                </RowLink>
              </Cell>
              <Cell label={t('by')}>{actorWords(receipt)}</Cell>
              <Cell label={t('leads')}>{receipt.leads}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}
