import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReceivedCalls } from '@/components/sandbox/received-calls'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('sandbox.received.title') }
}

export default async function ReceivedCallsPage() {
  await requirePage('read')
  const { sandboxReceiver } = server()
  if (!sandboxReceiver) notFound()
  return <ReceivedCalls calls={sandboxReceiver.list()} url={sandboxReceiver.url} />
}
