import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LeadRecordView } from '@/components/leads/record/lead-record-view'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('leads.record.pageTitle') }
}

export default async function LeadRecordPage({ params }: PageProps<'/leads/[leadId]'>) {
  await requirePage('read')
  const { leadId } = await params
  const record = await server().leads.record(leadId)
  if (!record) notFound()
  return <LeadRecordView key={leadId} initial={record} readAt={Date.now()} />
}
