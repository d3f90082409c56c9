import type { Metadata } from 'next'
import { ApiKeyList } from '@/components/api-keys/api-key-list'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('apiKeys.title') }
}

export default async function ApiKeysPage() {
  await requirePage('administer')
  const { apiKeys, customers } = server()
  const [list, known] = await Promise.all([apiKeys.list(), customers.list()])
  const options = known.customers.map(({ vitecId, name }) => ({ id: vitecId, name, note: vitecId }))
  return <ApiKeyList first={{ list, readAt: Date.now() }} customers={options} />
}
