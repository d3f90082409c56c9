import type { ClientBase, Pool } from 'pg'
import { personWords } from '@/lib/leads/search/near-words'
import { searchText, searchVersion } from '@/lib/leads/search/search-text'
import { customerCount, type GeneratedLead, generatedLead } from './generated-leads'

const batch = 5000

/** Fills an empty, migrated database with generated leads, ten seconds apart, and their customers. */
export async function fillWithLeads(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO customer (id, vitec_id, name, updated_at)
     SELECT gen_random_uuid(), 'M' || (20000 + n), 'Mäklarbyrån ' || n, now() FROM generate_series(0, $1) n`,
    [customerCount - 1],
  )
  await pool.query(
    `INSERT INTO lead_source (id, customer_id, vitec_id, name, updated_at)
     SELECT gen_random_uuid(), c.id, 'VS' || (substr(c.vitec_id, 2)::int - 20000) || '-' || n, 'Källa ' || n, now()
     FROM customer c, generate_series(0, 2) n`,
  )
  const client = await pool.connect()
  // What is made of all rows at once takes a tenth of the time.
  await client.query(`SET statement_timeout = 0; DROP INDEX lead_search_text_idx;
    ALTER TABLE lead DISABLE TRIGGER lead_uncounted`)
  for (let from = 0; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, n) => from + n)
    await insert(client, numbers)
  }
  await long(client, 'CREATE INDEX lead_search_text_idx ON lead USING gin (search_text gin_trgm_ops)')
  await client.query('ALTER TABLE lead ENABLE TRIGGER lead_uncounted')
  await insertWords(client, count)
  await long(client, 'VACUUM ANALYZE')
  client.release(true)
}

/** A statement that may take as long as it takes: a million texts on a busy machine are minutes. */
const long = (client: ClientBase, text: string) => {
  const statement = { text, query_timeout: 3_600_000 }
  return client.query(statement)
}

async function insertWords(client: ClientBase, count: number): Promise<void> {
  const leads = new Map<string, number>()
  for (let number = 0; number < count; number++)
    for (const word of personWords(generatedLead(number))) leads.set(word, (leads.get(word) ?? 0) + 1)
  await client.query('INSERT INTO search_word (word, leads) SELECT * FROM unnest($1::text[], $2::int[])', [
    [...leads.keys()],
    [...leads.values()],
  ])
}

/** Most come over the API with a few keys, a seventh from the form by five people, and few are imported. */
const channel = `(CASE WHEN number % 10007 = 0 THEN 'import' WHEN number % 7 = 0 THEN 'form' ELSE 'api' END)::lead_channel`
export const senderOf = (kind: 'key' | 'person', number: number) =>
  `${kind}:00000000-0000-7000-8000-00000000000${number}`
const actor = `CASE WHEN number % 7 = 0 THEN 'person:00000000-0000-7000-8000-00000000000' || number % 5
  WHEN number % 9973 = 0 THEN '${senderOf('key', 9)}'
  ELSE 'key:00000000-0000-7000-8000-00000000000' || number % 4 END`
const status = `(CASE WHEN number % 20 = 0 THEN 'rejected' WHEN number % 997 = 0 THEN 'unknown'
  WHEN number % 1999 = 0 THEN 'failed' WHEN number % 4999 = 0 THEN 'cancelled' ELSE 'delivered' END)::lead_status`

async function insert(client: ClientBase, numbers: number[]): Promise<void> {
  const leads = numbers.map(generatedLead)
  const column = (of: (lead: GeneratedLead) => unknown) => leads.map(of)
  const text = ({ id: _, ...lead }: GeneratedLead) =>
    searchText({ ...lead, vitecLeadId: null, reference: null })
  await client.query(
    `INSERT INTO lead (id, received_at, environment, channel, actor, vitec_customer_id, vitec_source_id, first_name, last_name, email,
       phone, address, zip_code, city, valuation, search_text, search_version,
       property_sub_type, valuation_date, message, body, status)
     SELECT id, now() - interval '10 seconds' * number, 'sandbox', ${channel}, ${actor}, customer, source, first, last, email, phone,
       address, zip, city, valuation, search, ${searchVersion}, 'Apartment', current_date, repeat('x', 600), repeat('x', 800)::bytea,
       ${status}
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::bigint[], $13::text[])
       AS l(id, number, customer, source, first, last, email, phone, address, zip, city, valuation, search)`,
    [
      column(({ id }) => id),
      numbers,
      ...[column((lead) => lead.vitecCustomerId), column((lead) => lead.vitecSourceId)],
      ...[column((lead) => lead.firstName), column((lead) => lead.lastName), column((lead) => lead.email)],
      ...[column((lead) => lead.phone), column((lead) => lead.address), column((lead) => lead.zipCode)],
      ...[column((lead) => lead.city), column((lead) => lead.valuation), column(text)],
    ],
  )
}
