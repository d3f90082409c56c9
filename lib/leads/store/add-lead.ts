import { v7 as newId } from 'uuid'
import type { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import { claimKeyText } from '@/lib/idempotency/store/create-idempotency-store'
import type { Lead } from '@/lib/leads/lead'
import { unlistedWarnings } from '@/lib/leads/lead-warning'
import type { AddLead, NewLead } from '@/lib/leads/new-lead'
import { matchTexts, searchText, searchVersion } from '@/lib/leads/search/search-text'
import { matchKeysIn } from './find-similar'

const orePerKrona = 100

/** The columns that make up a {@link Lead}, named for every read. */
export const leadColumns = {
  reference: true,
  vitecCustomerId: true,
  vitecSourceId: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  address: true,
  zipCode: true,
  city: true,
  qualification: true,
  customField: true,
  valuation: true,
  propertySubType: true,
  livingArea: true,
  rooms: true,
  secondaryArea: true,
  lotSizeArea: true,
  yearBuilt: true,
  occupantType: true,
  associationFeeOre: true,
  valuationDate: true,
} as const satisfies Prisma.LeadSelect

/** The name that a column of the schema has in SQL. */
export const sqlName = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type LeadColumns = Prisma.LeadGetPayload<{ select: typeof leadColumns }>
type StoredLead = Lead & { valuationDate: string }

/** From the core's lead to its columns: SEK a month become öre, the date a day without a time. */
export function toColumns({ associationFee, ...lead }: StoredLead): LeadColumns {
  return {
    ...lead,
    valuation: BigInt(lead.valuation),
    associationFeeOre: associationFee === null ? null : Math.round(associationFee * orePerKrona),
    valuationDate: new Date(`${lead.valuationDate}T00:00:00Z`),
  }
}

/** From columns to the core's lead; {@link toColumns} the other way. */
export function fromColumns({ associationFeeOre, ...columns }: LeadColumns): StoredLead {
  return {
    ...columns,
    valuation: Number(columns.valuation),
    associationFee: associationFeeOre === null ? null : associationFeeOre / orePerKrona,
    valuationDate: columns.valuationDate.toISOString().slice(0, 10),
  }
}

/** What a new lead is made of, in the order of the values; where it is no text, with its type. */
const columns = [
  ...['id', 'environment', 'channel', 'actor', 'message', 'body', 'warnings', 'searchText', 'searchVersion'],
  ...Object.keys(leadColumns),
]
const types: Record<string, string> = {
  id: 'uuid',
  channel: 'lead_channel',
  body: 'bytea',
  warnings: 'jsonb',
  searchVersion: 'smallint',
  valuation: 'bigint',
  propertySubType: 'property_sub_type',
  livingArea: 'float8',
  secondaryArea: 'float8',
  lotSizeArea: 'float8',
  occupantType: 'occupant_type',
  associationFeeOre: 'int',
  valuationDate: 'date',
}

const placeOf = (column: string) => `$${columns.indexOf(column) + 1}`
const more = (number: number) => `$${columns.length + number}`
const [
  receivedAt,
  noCustomer,
  noLeadSource,
  caller,
  key,
  bodyHash,
  actor,
  address,
  samePhone,
  sameEmail,
  samePlace,
] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(more)

const values = columns.map((column) => {
  const value = `${placeOf(column)}::${types[column] ?? 'text'}`
  return column === 'warnings' ? `${value} || known.warnings` : value
})

/**
 * All of it or nothing, in one statement: the key is claimed, the lead stored with what our lists do not know of it, by what
 * the next is known to be like it, and who entered it recorded. Where the key is another request's, no row comes back.
 */
const text = `
  WITH claimed AS (${claimKeyText({ caller, key, bodyHash, leadId: placeOf('id'), environment: placeOf('environment') })}),
  known AS (
    SELECT CASE
      WHEN NOT EXISTS (SELECT FROM customer c WHERE c.vitec_id = ${placeOf('vitecCustomerId')}) THEN ${noCustomer}::jsonb
      WHEN NOT EXISTS (SELECT FROM customer c JOIN lead_source s ON s.customer_id = c.id
        WHERE c.vitec_id = ${placeOf('vitecCustomerId')} AND s.vitec_id = ${placeOf('vitecSourceId')})
        THEN ${noLeadSource}::jsonb
      ELSE '[]' END AS warnings),
  stored AS (
    INSERT INTO lead (${columns.map(sqlName)}, received_at, next_attempt_at)
    SELECT ${values}, coalesce(${receivedAt}::timestamptz, moment), coalesce(${receivedAt}::timestamptz, moment)
    FROM known, delivery_clock() moment
    WHERE ${key}::text IS NULL OR EXISTS (SELECT FROM claimed)
    RETURNING id, warnings, lead.received_at),
  known_by AS (
    INSERT INTO lead_match (lead_id, phone, email, place, expires_at)
    SELECT stored.id, ${samePhone}::bigint, ${sameEmail}::bigint, ${samePlace}::bigint,
      stored.received_at + interval '30 days'
    FROM stored),
  recorded AS (
    INSERT INTO audit_event (id, at, actor, verb, subject, address)
    SELECT gen_random_uuid(), clock_timestamp(), ${actor}, 'lead.create', 'lead:' || stored.id, ${address}
    FROM stored WHERE ${actor}::text IS NOT NULL)
  SELECT id::text, warnings FROM stored`

const asJson = (warnings: unknown) => JSON.stringify(warnings)

/** {@link AddLead} on PostgreSQL. The lead is born where this process sends, and is never sent elsewhere. */
export function createAddLead(
  { pool }: { pool: Pick<Database['pool'], 'query'> },
  environment: EnvironmentId,
): AddLead {
  return async (lead) => {
    const { rows } = await pool.query<{ id: string; warnings: NewLead['warnings'] }>({
      name: 'add-lead',
      text,
      values: valuesOf(lead, environment),
    })
    return rows[0] ?? null
  }
}

function valuesOf(
  { lead, channel, actor: sender, message, body, warnings, receivedAt: at, idempotency, requester }: NewLead,
  environment: EnvironmentId,
): unknown[] {
  const stored: Record<string, unknown> = {
    ...toColumns(lead),
    ...{ id: newId(), environment, channel, actor: sender, message, searchVersion },
    body: Buffer.from(body),
    warnings: asJson(warnings),
    searchText: searchText({ ...lead, vitecLeadId: null }),
    // As text: a day has no time zone.
    valuationDate: lead.valuationDate,
  }
  const same = matchKeysIn(environment, matchTexts(lead))
  return [
    ...columns.map((column) => stored[column]),
    ...[at ?? null, asJson([unlistedWarnings.customer]), asJson([unlistedWarnings.leadSource])],
    ...[
      idempotency?.caller ?? null,
      idempotency?.key ?? null,
      idempotency && Buffer.from(idempotency.bodyHash),
    ],
    ...[requester?.by ?? null, requester?.from ?? null],
    ...[same.phone, same.email, same.place],
  ]
}
