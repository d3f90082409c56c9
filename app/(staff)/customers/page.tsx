import type { Metadata } from 'next'
import { CustomerList } from '@/components/customers/customer-list'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('shell.customers') }
}

export default async function CustomersPage() {
  await requirePage('read')
  const list = await server().customers.list()
  return <CustomerList first={{ list, readAt: Date.now() }} />
}
