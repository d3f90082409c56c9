import { placeLine } from '@/components/leads/place-line'
import type { InboxEntry } from '@/components/sandbox/inbox-item'
import type { SandboxInboxEntry } from '@/lib/vitec/sandbox/sandbox-store'

/** From what the stand-in keeps, in Vitec's shape, to what the inbox shows. */
export function toInboxEntry({ id, customerId, receivedAt, personLead }: SandboxInboxEntry): InboxEntry {
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
