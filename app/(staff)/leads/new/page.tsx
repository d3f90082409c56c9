import type { Metadata } from 'next'
import { LeadForm } from '@/components/leads/form/lead-form'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import { getWords } from '@/lib/i18n/get-words'
import { stockholmDate } from '@/lib/time/stockholm-time'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('shell.newLead') }
}

export default async function NewLeadPage() {
  await requirePage('write')
  const words = await getWords()
  return (
    <>
      <PageHeader title={words('shell.newLead')} detail={words('leadForm.detail')} />
      <LeadForm today={stockholmDate(new Date())} />
    </>
  )
}
