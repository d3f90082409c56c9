import type { Metadata } from 'next'
import { ApiKeyPanels } from '@/components/api-keys/api-key-panels'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('apiKeys.title') }
}

export default async function ApiKeysPage() {
  await requirePage('administer')
  const { apiKeys, customers } = server()
  const [list, known] = await Promise.all([apiKeys.list(), customers.list()])
  const options = known.customers.map(({ vitecId, name }) => ({ id: vitecId, name, note: vitecId }))
  return <ApiKeyPanels initial={{ list, readAt: Date.now() }} customers={options} />
}
