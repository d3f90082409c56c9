import type { Metadata } from 'next'
import { PersonalData } from '@/components/privacy/personal-data'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('privacy.title') }
}

export default async function PrivacyPage() {
  await requirePage('administer')
  const { privacy, retention, erasureLedger, exportRule } = server()
  const [receipts, report, staffMayExport] = await Promise.all([
    privacy.receipts(),
    retention.report(),
    exportRule.staffMay(),
  ])
  return (
    <PersonalData
      retention={retention.retention}
      report={report}
      unrecorded={erasureLedger.unrecorded()}
      receipts={receipts}
      staffMayExport={staffMayExport}
    />
  )
}
