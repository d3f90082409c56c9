'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page-header'
import type { ErasureReceipt } from '@/lib/privacy/erasure'
import type { PersonExport } from '@/lib/privacy/person-search'
import type { Retention, RetentionReport } from '@/lib/privacy/retention-run'
import { ExportedPerson } from './exported-person'
import { LedgerNotice } from './out-of-reach'
import { PersonFinder } from './person-finder'
import { ReceiptList } from './receipt-list'
import { RetentionNotice, RetentionStatus } from './retention-status'
import { StaffExports } from './staff-exports'

/** `unrecorded`: how many of the receipts are not in the ledger outside the database. */
type PersonalDataProps = {
  retention: Retention
  report: RetentionReport
  unrecorded: number
  receipts: ErasureReceipt[]
  /** Whether staff may save leads as a file. */
  staffMayExport: boolean
}

/** What an administrator does about persons: find what there is of one, hand it out, remove it. */
export function PersonalData(props: PersonalDataProps) {
  const { retention, report, unrecorded, receipts, staffMayExport } = props
  const t = useTranslations('privacy')
  const [exported, setExported] = useState<PersonExport | null>(null)
  if (exported) return <ExportedPerson exported={exported} onBack={() => setExported(null)} />
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')} />
      <div className="grid gap-6">
        {unrecorded > 0 && <LedgerNotice title={t('ledger.lacks', { count: unrecorded })} />}
        <RetentionNotice retention={retention} />
        <RetentionStatus retention={retention} report={report} />
        <PersonFinder onExported={setExported} />
        <ReceiptList receipts={receipts} />
        <StaffExports staffMay={staffMayExport} />
      </div>
    </>
  )
}
