import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyLeadForm } from '@/components/leads/form/lead-form-values'
import { toWireBody } from '@/components/leads/form/to-wire-body'
import type { Database } from '@/lib/db/open-database'
import { leadSchema } from '@/lib/leads/lead'
import { leadColumns, sqlName, toColumns } from '@/lib/leads/store/add-lead'
import { leadFromWire, wireLeadSchema } from '@/lib/leads/wire-lead'
import { afterErasure } from '@/lib/privacy/store/anonymise-leads'
import { isRecord } from '@/lib/validation/parse-input'
import { testDatabases } from './support/database/test-database'
import { anyBody } from './support/leads/any-body'
import { bareLead } from './support/leads/bare-lead'
import { wireOf } from './support/leads/wire-of'
import { requestOf } from './support/privacy/known-person'

/** The fields of a body, as dotted paths of the wire. */
const pathsOf = (body: object) =>
  Object.entries(body).flatMap(([part, fields]: [string, unknown]) =>
    isRecord(fields) ? Object.keys(fields).map((field) => `${part}.${field}`) : [part],
  )

const wireFields = pathsOf(
  Object.fromEntries(
    Object.entries(wireLeadSchema('2026-01-27').shape).map(([part, schema]) => [
      part,
      'shape' in schema ? schema.shape : null,
    ]),
  ),
)
/** What a system calls its lead: who types one has no such thing. */
const typedFields = wireFields.filter((field) => field !== 'reference')
const everyColumn = Object.keys(leadColumns)
const dated = { ...bareLead, valuationDate: '2026-01-27' }
/** A home of which the form asks everything. */
const home = { ...emptyLeadForm.property, property_sub_type: 'Townhouse', occupant_type: 'TenantOwnership' }
const [drawn] = fc.sample(anyBody, { numRuns: 1, seed: 1 })

/** Every list of the fields of a lead, and what it must have. What is derived from another is not among them. */
const lists: { list: string; has: string[]; fields: string[] }[] = [
  {
    list: 'the lead, as it is read from the wire',
    has: Object.keys(leadFromWire(wireOf(bareLead))),
    fields: Object.keys(leadSchema.shape),
  },
  { list: 'the columns of a lead', has: Object.keys(toColumns(dated)), fields: everyColumn },
  { list: 'the form as it is typed', has: pathsOf(emptyLeadForm), fields: typedFields },
  {
    list: 'the body that the form sends',
    has: pathsOf(toWireBody({ ...emptyLeadForm, property: home })),
    fields: typedFields,
  },
  { list: 'what is left of a lead after an erasure', has: Object.keys(afterErasure), fields: everyColumn },
  {
    list: 'the person that tests look for after an erasure',
    has: pathsOf(requestOf('ABC123', 'LEAD456')),
    fields: wireFields,
  },
  { list: 'the requests that tests draw', has: pathsOf(drawn ?? {}), fields: wireFields },
  { list: 'the request that says what a lead says', has: pathsOf(wireOf(bareLead)), fields: wireFields },
]

/** What each list lacks, of those that lack anything. */
const lacking = (all: typeof lists) =>
  Object.fromEntries(
    all
      .map(({ list, has, fields }) => [list, fields.filter((field) => !has.includes(field))] as const)
      .filter(([, fields]) => fields.length > 0),
  )

describe('the fields of a lead', () => {
  it('stand in every list of them, so that a new one is typed, sent, stored, shown to tests and erased', () => {
    expect(lacking(lists)).toEqual({})
  })

  it('are missed by name in each list that forgets one', () => {
    for (const { list, has, fields } of lists)
      for (const field of fields) {
        const without = lists.map((one) =>
          one.list === list ? { ...one, has: has.filter((name) => name !== field) } : one,
        )
        expect(lacking(without)).toEqual({ [list]: [field] })
      }
  })
})

describe.each(testDatabases)('the fields of a lead on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('are held empty by the database where an erasure empties them, so that later code cannot fill them', async () => {
    const { rows } = await database.pool.query<{ text: string }>(
      `SELECT string_agg(pg_get_constraintdef(oid), ' ') AS text FROM pg_constraint WHERE conname LIKE 'lead_anonymised_%'`,
    )
    const isHeld = (column: string) => new RegExp(`\\b${sqlName(column)}\\b`).test(rows[0]?.text ?? '')
    const emptied = Object.entries(afterErasure).flatMap(([column, value]) =>
      typeof value === 'symbol' || column === 'valuationDate' ? [] : [column],
    )
    expect(emptied.length).toBeGreaterThan(10)
    expect(emptied.filter((column) => !isHeld(column))).toEqual([])
  })
})
