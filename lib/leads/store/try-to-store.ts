import { randomBytes } from 'node:crypto'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import type { NewLead } from '@/lib/leads/new-lead'
import { createAddLead } from './add-lead'

/** About what a long request takes: what has no room for it has none for a lead. */
const bodyBytes = 16 * 1024

/**
 * Stores a lead that is none, and takes it back before anything else can see it: whether a lead could be stored now.
 * @throws what the database says where it could not: no room, read only, a table or a column that is not there
 */
export async function tryToStore({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await createAddLead({ pool: client }, sandbox)(specimen())
  } finally {
    // Where that fails, too, the pool ends the connection.
    await client.query('ROLLBACK').catch(() => undefined)
    client.release()
  }
}

const nothing = ''

function specimen(): NewLead {
  return {
    lead: {
      reference: null,
      ...{ vitecCustomerId: nothing, vitecSourceId: nothing, firstName: nothing, lastName: nothing },
      ...{ email: nothing, phone: nothing, address: nothing, zipCode: null, city: null },
      ...{ qualification: null, customField: null, valuation: 0, propertySubType: 'Apartment' },
      ...{ livingArea: null, rooms: null, secondaryArea: null, lotSizeArea: null, yearBuilt: null },
      ...{ occupantType: null, associationFee: null, valuationDate: '2026-01-01' },
    },
    message: '',
    // At random, so that it is not made smaller.
    body: randomBytes(bodyBytes),
    warnings: [],
    channel: 'api',
    actor: null,
    requester: null,
    idempotency: null,
  }
}
