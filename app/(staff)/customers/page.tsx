import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CustomerListView } from '@/components/customers/customer-list'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.customers') }
}

/** With `vitec_id` the way to the page of the customer that has it, for whoever knows no other id. */
export default async function CustomersPage({ searchParams }: PageProps<'/customers'>) {
  await requirePage('read')
  const { vitec_id: vitecId } = await searchParams
  const { customers } = server()
  if (typeof vitecId === 'string') {
    const id = await customers.idOf(vitecId)
    redirect(id ? `/customers/${id}` : '/customers')
  }
  const page = await customers.search({ search: '', after: null })
  return <CustomerListView initial={{ page, readAt: Date.now() }} />
}
