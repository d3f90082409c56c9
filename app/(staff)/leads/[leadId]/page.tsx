import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LeadRecordView } from '@/components/leads/record/lead-record-view'
import { requirePage } from '@/lib/api/require-page'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('leads.record.pageTitle') }
}

export default async function LeadRecordPage({ params }: PageProps<'/leads/[leadId]'>) {
  const identity = await requirePage('read')
  const { leadId } = await params
  const { leads } = server()
  const [lead, history] = await Promise.all([leads.record(leadId), leads.history(leadId, actorOf(identity))])
  if (!lead || !history) notFound()
  return <LeadRecordView key={leadId} initial={lead} initialHistory={history} readAt={Date.now()} />
}
