import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WebhookSettings } from '@/components/webhooks/webhook-settings'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { senderOf } from '@/lib/webhooks/webhook-caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('webhooks.title') }
}

export default async function WebhookPage({ params }: PageProps<'/settings/webhooks/[senderId]'>) {
  await requirePage('administer')
  const { senderId } = await params
  const { access, apiKeys, webhooks } = server()
  const key = (await apiKeys.list()).apiKeys.find(({ id, state }) => id === senderId && state !== 'revoked')
  if (!key && (senderId !== 'open' || access !== 'open')) notFound()
  const webhook = await webhooks.find(senderOf(senderId))
  return (
    <WebhookSettings
      key={senderId}
      senderId={senderId}
      name={key?.name ?? null}
      mode={key?.mode ?? null}
      initial={{ webhook, readAt: Date.now() }}
    />
  )
}
