import { leadRequestSchema } from '@/lib/lead/lead-request'
import { datedLead, type NewLead } from '@/lib/lead/receive-lead'
import { seedBody } from '@/lib/lead/testing/seed-body'
import type { BookDelivery } from '../delivery/book-delivery'
import { createAddLead } from '../lead/add-lead'
import type { Database } from '../open-database'

type Changes = { customerId?: string; firstName?: string; phone?: string; at?: Date; actor?: string }

/** Stores the source document's lead, with some of it changed; resolves to its id. Nothing is booked unless asked. */
export async function storeLead(
  { prisma }: Database,
  changes: Changes = {},
  book: BookDelivery = async () => {},
): Promise<string> {
  const id = await createAddLead(prisma, book)(newLead(changes))
  if (id === null) throw new Error('a lead without a key was refused for its key')
  return id
}

/** The source document's lead as it is stored, with some of it changed. */
export function newLead(changes: Changes = {}): NewLead {
  const body = seedBody()
  const { customer, person } = body
  const value = {
    ...body,
    customer: { ...customer, customer_id: changes.customerId ?? customer.customer_id },
    person: {
      ...person,
      first_name: changes.firstName ?? person.first_name,
      phone: changes.phone ?? person.phone,
    },
  }
  const receivedAt = changes.at ?? new Date('2026-03-01T12:00:00Z')
  return {
    ...datedLead(leadRequestSchema('2026-03-01').parse(value), receivedAt),
    body: new TextEncoder().encode(JSON.stringify(value)),
    warnings: [],
    channel: 'api',
    actor: changes.actor ?? null,
    receivedAt,
    idempotency: null,
  }
}
