import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { CustomerRecordView } from '@/components/customers/customer-record-view'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

/** A customer's name stays out of the title: one that came by a pause is called what a caller sent. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('customers.pageTitle') }
}

export default async function OneCustomerPage({ params }: PageProps<'/customers/[customerId]'>) {
  await requirePage('read')
  const { customerId } = await params
  const isId = z.uuid().safeParse(customerId).success
  const record = isId ? await server().customers.record(customerId) : null
  if (!record) notFound()
  return <CustomerRecordView key={customerId} initial={record} readAt={Date.now()} />
}
