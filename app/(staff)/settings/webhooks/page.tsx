import type { Metadata } from 'next'
import { WebhookList } from '@/components/webhooks/webhook-list'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { senderOf } from '@/lib/webhooks/webhook-caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('webhooks.title') }
}

export default async function WebhooksPage() {
  await requirePage('administer')
  const { access, apiKeys, webhooks } = server()
  const [{ apiKeys: keys }, found] = await Promise.all([apiKeys.list(), webhooks.list()])
  const named = keys.flatMap(({ id, name, mode, state }) => (state === 'revoked' ? [] : [{ id, name, mode }]))
  const senders = access === 'open' ? [{ id: 'open', name: null, mode: null }, ...named] : named
  return (
    <WebhookList
      senders={senders.map(({ id, name, mode }) => ({
        ...{ id, name, mode },
        webhook: found.find(({ actor }) => actor === senderOf(id)) ?? null,
      }))}
    />
  )
}
