import type { Metadata } from 'next'
import { CustomerPanels } from '@/components/customers/customer-panels'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.customers') }
}

export default async function CustomersPage() {
  await requirePage('read')
  const list = await server().customers.list()
  return <CustomerPanels initial={{ list, readAt: Date.now() }} />
}
