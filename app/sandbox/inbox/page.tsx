import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { placeLine } from '@/components/leads/place-line'
import type { InboxEntry } from '@/components/sandbox/inbox-item'
import { SandboxInbox } from '@/components/sandbox/sandbox-inbox'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import type { SandboxInboxEntry } from '@/lib/vitec/sandbox/sandbox-store'

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

/** From what the stand-in keeps, in Vitec's shape, to what the inbox shows. */
function toInboxEntry({ id, customerId, receivedAt, personLead }: SandboxInboxEntry): InboxEntry {
  const { firstName, lastName, telephone, email, address } = personLead
  const { home, work, cell, other } = telephone ?? {}
  return {
    id,
    vitecCustomerId: customerId,
    vitecSourceId: personLead.typeId,
    receivedAt: receivedAt.toISOString(),
    name: `${firstName} ${lastName}`,
    phone: cell ?? home ?? work ?? other ?? null,
    email: email?.emailAddress ?? email?.emailAddress2 ?? null,
    address: address?.streetAddress
      ? placeLine({
          address: address.streetAddress,
          zipCode: address.zipCode ?? null,
          city: address.city ?? null,
        })
      : null,
    message: personLead.message,
  }
}
