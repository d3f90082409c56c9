import type { Metadata } from 'next'
import { CustomerPanels } from '@/components/customers/customer-panels'
import { requirePage } from '@/lib/http/require-page'
import { getWords } from '@/lib/i18n/get-words'
import { server } from '@/lib/server'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('shell.customers') }
}

export default async function CustomersPage() {
  await requirePage('read')
  const { customers, canRefreshLeadSources, vitecAccounts, defaultCustomerId } = server()
  const list = {
    customers: await customers.list(),
    canRefresh: canRefreshLeadSources,
    canSetAccounts: vitecAccounts.canSet,
    defaultCustomerId,
  }
  return <CustomerPanels initial={{ list, readAt: Date.now() }} />
}
