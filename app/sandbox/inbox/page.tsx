import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SandboxInbox } from '@/components/sandbox/sandbox-inbox'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { toInboxEntry } from './to-inbox-entry'

const mostShown = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.sandboxInbox') }
}

export default async function SandboxInboxPage() {
  await requirePage('read')
  const { sandboxStore } = server()
  if (!sandboxStore) notFound()
  const found = await sandboxStore.list(mostShown + 1)
  const entries = found.slice(0, mostShown).map(toInboxEntry)
  return <SandboxInbox entries={entries} hasMore={found.length > mostShown} />
}
