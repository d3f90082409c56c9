import type { InboxEntry } from '@/components/sandbox/inbox-entry'
import type { SandboxInboxEntry } from '@/lib/vitec/sandbox/sandbox-store'

/** From what the stand-in keeps, in Vitec's shape, to what the inbox shows. */
export function toInboxEntry({ id, customerId, receivedAt, personLead }: SandboxInboxEntry): InboxEntry {
  const { firstName, lastName, telephone, email, address } = personLead
  const { home, work, cell, other } = telephone ?? {}
  const place = [address?.streetAddress, [address?.zipCode, address?.city].filter(Boolean).join(' ')].filter(
    Boolean,
  )
  return {
    id,
    vitecCustomerId: customerId,
    vitecSourceId: personLead.typeId,
    receivedAt: receivedAt.toISOString(),
    name: `${firstName} ${lastName}`,
    phone: cell ?? home ?? work ?? other ?? null,
    email: email?.emailAddress ?? email?.emailAddress2 ?? null,
    address: place.length === 0 ? null : place.join(', '),
    message: personLead.message,
  }
}
