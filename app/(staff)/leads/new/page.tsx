import type { Metadata } from 'next'
import { LeadForm } from '@/components/leads/form/lead-form'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import { getTranslations } from '@/lib/i18n/get-translations'
import { stockholmDate } from '@/lib/time/stockholm-time'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.newLead') }
}

export default async function NewLeadPage() {
  await requirePage('write')
  const t = await getTranslations()
  return (
    <>
      <PageHeader title={t('shell.newLead')} detail={t('leads.form.detail')} />
      <LeadForm today={stockholmDate(new Date())} />
    </>
  )
}
