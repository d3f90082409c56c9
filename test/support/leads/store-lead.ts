import type { Database } from '@/lib/db/open-database'
import { type EnvironmentId, sandbox } from '@/lib/environments/environment'
import { datedLead } from '@/lib/leads/lead-message'
import type { NewLead } from '@/lib/leads/new-lead'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { seedBody } from './seed-body'

type Changes = {
  customerId?: string
  firstName?: string
  phone?: string
  at?: Date
  actor?: string
  reference?: string
  environment?: EnvironmentId
}

/** Stores the source document's lead, with some of it changed; resolves to its id. */
export async function storeLead(database: Database, changes: Changes = {}): Promise<string> {
  const stored = await createAddLead(database, changes.environment ?? sandbox)(newLead(changes))
  if (stored === null) throw new Error('a lead without a key was refused for its key')
  return stored.id
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
    reference: changes.reference,
  }
  const receivedAt = changes.at ?? new Date('2026-03-01T12:00:00Z')
  return {
    ...datedLead(leadRequestSchema('2026-03-01').parse(value), receivedAt),
    body: new TextEncoder().encode(JSON.stringify(value)),
    warnings: [],
    channel: 'api',
    actor: changes.actor ?? null,
    receivedAt,
    requester: null,
    idempotency: null,
  }
}
