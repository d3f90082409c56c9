import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { type EnvironmentId, sandbox as usualPlace } from '@/lib/environments/environment'
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import { findLeadWarnings } from '@/lib/leads/find-lead-warnings'
import { datedLead } from '@/lib/leads/lead-message'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { createLeadNotes } from '@/lib/leads/store/keep-notes'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { createSandboxStore } from '@/lib/vitec/store/create-sandbox-store'
import { toPersonLead } from '@/lib/vitec/vitec-client'
import { someone } from '@/test/support/audit/someone'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'

const bodyHash = Buffer.from('5ee7b0d1e5c0ffee', 'hex')

/** Whatever of the person could be left somewhere: what was sent, what was made of it, what was answered. */
export const personalWords = [
  ...['Gunhild', 'Wrangelbock', 'gunhild.w@example.com', '701740605', 'Kvarnbacken', '98765', 'Trollbo'],
  ...['Flyttar med hunden', 'Ludde', 'smeknamn', 'Gunsan', 'Vill bli uppringd'],
  ...[
    '7654321',
    '123.5',
    '777.25',
    '88888',
    '1911',
    '19,5',
    '6431.25',
    '643125',
    '2025-11-13',
    'CMWRANGEL',
    bodyHash.toString('hex'),
  ],
]

/** Every field of the contract, and one that it does not know. */
export const requestOf = (customerId: string, sourceId: string) => ({
  customer: { customer_id: customerId, lead_id: sourceId },
  person: {
    first_name: 'Gunhild',
    last_name: 'Wrangelbock',
    email: 'Gunhild.W@example.com',
    phone: '070-174 06 05',
    address: 'Kvarnbacken 4',
    zip_code: '98765',
    city: 'Trollbo',
    qualification: 'Flyttar med hunden',
    custom_field: 'Ludde heter hunden',
    smeknamn: 'Gunsan',
  },
  property: {
    valuation: 7_654_321,
    property_sub_type: 'SingleFamilyResidence',
    living_area: 123.5,
    secondary_area: 777.25,
    lot_size_area: 88_888,
    year_built: '1911',
    rooms: '19,5',
    occupant_type: 'Owner',
    association_fee: 6_431.25,
    valuation_date: '2025-11-13',
  },
  reference: 'Ordern till Trollbo 4711',
})

const said = { httpStatus: 400, answer: '{"error":"Gunhild Wrangelbock"}', word: 'gunhild.w@example.com?' }
const results = {
  delivered: { outcome: 'delivered', httpStatus: 200, answer: '"CMWRANGEL"', vitecLeadId: 'CMWRANGEL' },
  rejected: { ...said, outcome: 'rejected' },
  unknown: { ...said, outcome: 'unknown', errorKind: 'timeout' },
  not_saved: { ...said, outcome: 'not_saved', errorKind: 'server_error', retryAfterMs: null },
  misconfigured: { ...said, outcome: 'misconfigured', errorKind: 'rights' },
} as const satisfies Record<string, AttemptResult>

type Story = {
  at: Date
  outcome: keyof typeof results | 'under_way' | 'none'
  customerId?: string
  sourceId?: string
}

/** Leads of one person in a database, with everything around them that delivery leaves behind. */
export function knownPerson(database: Database, place: EnvironmentId = usualPlace) {
  const { prisma } = database
  const deliveries = timedDelivery(database, noLimits, place)
  const idempotency = createIdempotencyStore(database, place)
  const sandbox = createSandboxStore(prisma, 'sandbox')
  const add = createAddLead(database, place)
  const notes = createLeadNotes(prisma)

  /** A lead with a key, an attempt with an outcome, and the stand-in's entry where it kept one. Resolves to its id. */
  return async function tell({ at, outcome, customerId = 'ABC123', sourceId = 'LEAD456' }: Story) {
    const value = requestOf(customerId, sourceId)
    const { lead, message } = datedLead(leadRequestSchema('2026-03-01').parse(value), at)
    const request = { caller: 'key:k', key: crypto.randomUUID(), bodyHash }
    const added = await add({
      ...{
        lead,
        message,
        receivedAt: at,
        channel: 'api',
        actor: 'key:k',
        idempotency: request,
        requester: null,
      },
      body: new TextEncoder().encode(JSON.stringify(value)),
      warnings: findLeadWarnings(value, lead),
    })
    if (added === null) throw new Error('the key was taken')
    const { id } = added
    await notes.add(id, 'Vill bli uppringd, frågar efter Gunsan', someone)
    await idempotency.keep(request, { httpStatus: 202, body: JSON.stringify({ lead_message: message }) })
    if (outcome === 'none') return id

    const personLead = toPersonLead(lead, message)
    const sent = { url: `http://127.0.0.1/${customerId}/Person`, body: JSON.stringify(personLead) }
    const turn = await deliveries.takePlace(id, at)
    const attempt = turn.kind === 'place' ? await deliveries.store.claim(turn, sent) : null
    if (!attempt) throw new Error(`no attempt: ${turn.kind}`)
    if (outcome === 'delivered' || outcome === 'unknown') {
      const entryId = outcome === 'delivered' ? 'CMWRANGEL' : `CM${crypto.randomUUID()}`
      await sandbox.add({ id: entryId, customerId, receivedAt: at, personLead })
    }
    if (outcome !== 'under_way') await deliveries.close(attempt, results[outcome], at)
    return id
  }
}
