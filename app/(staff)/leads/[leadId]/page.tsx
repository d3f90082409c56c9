import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LeadRecord } from '@/components/leads/record/lead-record'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('leadRecord.pageTitle') }
}

export default async function LeadRecordPage({ params }: PageProps<'/leads/[leadId]'>) {
  await requirePage('read')
  const { leadId } = await params
  const record = await server().leads.record(leadId)
  if (!record) notFound()
  return <LeadRecord key={leadId} first={record} readAt={Date.now()} />
}
