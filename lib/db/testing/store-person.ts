import { sandbox } from '@/lib/environments/environment'
import { seedBody } from '@/lib/lead/testing/seed-body'
import { datedLead } from '@/lib/leads/new-lead'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import type { Database } from '../open-database'
import { newLead } from './store-lead'

type Sent = ReturnType<typeof seedBody>
type Changes = { person?: Partial<Sent['person']>; customer?: Partial<Sent['customer']>; at?: Date }

/** Stores the source document's lead with other words in it, as they come over the wire; resolves to its id. */
export async function storePerson(
  database: Database,
  { person, customer, at = new Date('2026-03-01T12:00:00Z') }: Changes,
): Promise<string> {
  const body = seedBody()
  const value = {
    ...body,
    person: { ...body.person, ...person },
    customer: { ...body.customer, ...customer },
  }
  const dated = datedLead(leadRequestSchema('2026-03-01').parse(value), at)
  const stored = await createAddLead(database, sandbox)({ ...newLead({ at }), ...dated })
  if (stored === null) throw new Error('a lead without a key was refused for its key')
  return stored.id
}
