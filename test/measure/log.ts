import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import { type Database, openDatabase } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { messages } from '@/lib/i18n/get-translations'
import { exportLeads } from '@/lib/leads/export-leads'
import { type LeadFilter, noFilter } from '@/lib/leads/log-filter'
import { foldText } from '@/lib/leads/search/search-text'
import { listLeads } from '@/lib/leads/store/list-leads'
import { readExported } from '@/lib/leads/store/read-exported'
import { recordExport } from '@/lib/leads/store/record-export'
import { fillWithLeads, senderOf } from './fill-with-leads'
import { customerCount, generatedLead } from './generated-leads'
import { valueAt } from './percentile.mjs'

const name = 'bench_log'
const exported = 100_000

type Options = { leads: number; each: number; keep: boolean }
/** A filter as the log asks it, and the same by hand, in SQL: what stands behind WHERE, of a table `lead`. */
type Case = { filter: LeadFilter; where: string; values: unknown[] }
type Kind = (draw: number) => Case

/**
 * Fills a database of its own with leads and prints what each filter of the log takes beside the best SQL for the same
 * answer, in the same run, one after the other; then counts, and a file of a hundred thousand.
 * @param server where databases may be made
 */
export async function benchLog(server: string, { leads, each, keep }: Options): Promise<void> {
  const isThere = (await onServer(server, `SELECT FROM pg_database WHERE datname = '${name}'`)) > 0
  if (!isThere) await onServer(server, `CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(server), { pathname: name }).href
  const database = await openDatabase({ DATABASE_URL: url, DATA_DIR: '' })
  try {
    if (!isThere) await fillWithLeads(database.pool, leads)
    await database.pool.query('ANALYZE lead')
    console.log(
      `${leads} leads, ${each} of a kind, ms            p50     p95    by hand: p50     p95   ratio of p50`,
    )
    const kinds = await kindsOf(database)
    for (const [kind, make] of Object.entries(kinds)) await comparePages(database, kind, make, each)
    for (const kind of counted) {
      const make = kinds[kind]
      if (make) await compareCounts(database, kind, make, each)
    }
    await timeFile(database)
  } finally {
    await database.close()
    if (!keep) await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

async function comparePages(database: Database, kind: string, make: Kind, each: number): Promise<void> {
  const ours: number[] = []
  const byHand: number[] = []
  for (let draw = 0; draw < each; draw++) {
    const { filter, where, values } = make(draw)
    const ask = () => listLeads(database, sandbox, { ...filter, cursor: null })
    const hands = Object.values(plans).map((plan) => () => database.pool.query(plan(where), values))
    // What is asked a second time is in memory for both.
    const { leads } = await ask()
    let best = Number.POSITIVE_INFINITY
    for (const hand of hands) {
      const { rows } = await hand()
      const page = rows.slice(0, 50)
      if (page.length !== leads.length || page.some(({ id }, index) => id !== leads[index]?.id))
        throw new Error(`${kind} differs`)
      best = Math.min(best, await timeOf(hand))
    }
    ours.push(await timeOf(ask))
    byHand.push(best)
  }
  print(kind, ours, byHand)
}

async function compareCounts(database: Database, kind: string, make: Kind, each: number): Promise<void> {
  const bulkSends = createBulkSendStore(database, { book: async () => {}, environment: sandbox })
  const ours: number[] = []
  const byHand: number[] = []
  for (let draw = 0; draw < each; draw++) {
    const { filter, where, values } = make(draw)
    const ask = () => bulkSends.count({ ...filter, status: 'rejected' })
    const hand = () =>
      database.pool.query(
        `SELECT count(*)::int AS total FROM (SELECT FROM lead WHERE ${where} AND environment = 'sandbox'
           AND anonymised_at IS NULL AND replaced_by_id IS NULL
           AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.lead_id = lead.id AND i.state = 'open')
           LIMIT 10001) chosen`,
        values,
      )
    const [total, { rows }] = [await ask(), await hand()]
    if (total !== rows[0]?.total) throw new Error(`the count of ${kind} differs`)
    ours.push(await timeOf(ask))
    byHand.push(await timeOf(hand))
  }
  print(`count: ${kind}`, ours, byHand)
}

/** What a page is made of by hand: walked from the newest, or collected and sorted; the better one counts. */
const plans: Record<string, (where: string) => string> = {
  walked: (where) =>
    `${columns} FROM (SELECT * FROM lead WHERE ${where} ${order} LIMIT 51) lead ${joins} ${order}`,
  collected: (where) => `WITH found AS MATERIALIZED (SELECT id, received_at FROM lead WHERE ${where}),
    page AS MATERIALIZED (SELECT id FROM found ORDER BY received_at DESC, id DESC LIMIT 51)
    ${columns} FROM page JOIN lead USING (id) ${joins} ${order}`,
}
const order = 'ORDER BY lead.received_at DESC, lead.id DESC'
const columns = `SELECT lead.id::text, lead.received_at, lead.channel::text, lead.status::text, lead.vitec_customer_id,
  lead.vitec_source_id, lead.first_name, lead.last_name, lead.email, lead.phone, lead.address, lead.zip_code, lead.city,
  lead.property_sub_type::text, lead.valuation, lead.vitec_lead_id, lead.anonymised_at, lead.environment,
  customer.id::text AS customer_id, customer.name AS customer_name, lead_source.id::text AS source_id,
  lead_source.name AS source_name, pause.since IS NOT NULL AS paused,
  CASE WHEN pause.since IS NULL THEN greatest(lead.next_attempt_at, trouble.held_until) END AS next_attempt_at,
  CASE WHEN lead.status = 'pending' AND lead.released_from IS DISTINCT FROM hold.id THEN hold.reason END AS obstacle`
const joins = `LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
  LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
  LEFT JOIN customer_pause pause ON pause.environment = lead.environment
    AND pause.vitec_customer_id = lead.vitec_customer_id
  LEFT JOIN customer_trouble trouble ON trouble.environment = lead.environment
    AND trouble.vitec_customer_id = lead.vitec_customer_id
  LEFT JOIN sending_hold hold ON TRUE`

/** The filters that staff use, alone and together. */
async function kindsOf({ pool }: Database): Promise<Record<string, Kind>> {
  const { rows: customers } = await pool.query<{
    id: string
    vitecId: string
    source: string
    sourceVitecId: string
  }>(`
    SELECT c.id, c.vitec_id AS "vitecId", s.id AS source, s.vitec_id AS "sourceVitecId"
    FROM customer c JOIN lead_source s ON s.customer_id = c.id WHERE s.vitec_id LIKE '%-1' ORDER BY c.vitec_id`)
  const any = (draw: number) => customers[(draw * 37) % customerCount] ?? customers[0]
  const month = new Date().toISOString().slice(0, 7)
  const lastMonth = `lead.received_at >= ((date '${month}-01' - interval '1 month')::timestamp AT TIME ZONE 'Europe/Stockholm')
    AND lead.received_at < (date '${month}-01'::timestamp AT TIME ZONE 'Europe/Stockholm')`
  const of = (draw: number): Case => {
    const customer = any(draw)
    return {
      filter: { ...noFilter, customer: customer?.id ?? '' },
      where: 'lead.vitec_customer_id = $1',
      values: [customer?.vitecId],
    }
  }
  const and =
    (kind: Kind, part: Partial<LeadFilter>, where: string): Kind =>
    (draw) => {
      const made = kind(draw)
      return { filter: { ...made.filter, ...part }, where: `${made.where} AND ${where}`, values: made.values }
    }
  const all: Kind = () => ({ filter: noFilter, where: 'TRUE', values: [] })
  const sender =
    (id: string): Kind =>
    () => ({ filter: { ...noFilter, sender: id }, where: 'lead.actor = $1', values: [id] })
  const words =
    (text: (draw: number) => string): Kind =>
    (draw) => {
      const search = text(draw)
      const sought = foldText(search)
      const pattern = sought.length < 3 ? `% ${sought}%` : `%${sought}%`
      return { filter: { ...noFilter, search }, where: `lead.search_text LIKE $1`, values: [pattern] }
    }
  const person = (draw: number) => generatedLead(draw * 23_456 + 7)
  const plain = (text: string) => text.normalize('NFC')
  const name = words((draw) => plain(person(draw).lastName.split('-')[0] ?? ''))
  const isRejected = `lead.status = 'rejected'::lead_status`
  return {
    'all leads': all,
    'one status': and(all, { status: ['rejected'] }, isRejected),
    'a rare status': and(all, { status: ['failed'] }, `lead.status = 'failed'::lead_status`),
    'several statuses': and(
      all,
      { status: ['failed', 'rejected', 'unknown'] },
      `lead.status = ANY('{failed,rejected,unknown}'::lead_status[])`,
    ),
    'a channel': and(all, { channel: 'form' }, `lead.channel = 'form'::lead_channel`),
    'a rare channel': and(all, { channel: 'import' }, `lead.channel = 'import'::lead_channel`),
    'a sender': sender(senderOf('key', 1)),
    'a rare sender': sender(senderOf('key', 9)),
    'last month': and(all, { received: 'last-month' }, lastMonth),
    customer: of,
    'customer, last month': and(of, { received: 'last-month' }, lastMonth),
    'customer, one status': and(of, { status: ['rejected'] }, isRejected),
    'customer, a rare status': and(of, { status: ['unknown'] }, `lead.status = 'unknown'::lead_status`),
    'customer, channel': and(of, { channel: 'form' }, `lead.channel = 'form'::lead_channel`),
    'lead source': (draw) => {
      const customer = any(draw)
      return {
        filter: { ...noFilter, customer: customer?.id ?? '', source: customer?.source ?? '' },
        where: 'lead.vitec_customer_id = $1 AND lead.vitec_source_id = $2',
        values: [customer?.vitecId, customer?.sourceVitecId],
      }
    },
    'sender, last month': and(sender(senderOf('key', 2)), { received: 'last-month' }, lastMonth),
    'a last name': name,
    'a last name, one status': and(name, { status: ['rejected'] }, isRejected),
    'a last name, last month': and(name, { received: 'last-month' }, lastMonth),
    'two letters': words((draw) => person(draw).lastName.slice(0, 2)),
    'two rare letters': words((draw) => ['Zo', 'Re', 'Wi', 'Ör', 'Fr'][draw % 5] ?? ''),
  }
}

/** What a bulk is counted by. */
const counted = ['one status', 'customer, one status', 'a last name, one status']

/** A file as the route makes it, read as a client does: how long it takes, and how much memory is held at most. */
async function timeFile(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ day: string }>(
    `SELECT (received_at AT TIME ZONE 'Europe/Stockholm')::date::text AS day FROM lead
     ORDER BY received_at DESC OFFSET ${exported} LIMIT 1`,
  )
  const day = rows[0]?.day ?? '2000-01-01'
  const filter: LeadFilter = { ...noFilter, received: `${day}..2099-12-31` }
  const { leads: words } = messages.sv
  const requester = { by: 'open', from: '127.0.0.1' }
  const read = async () => {
    const answer = await exportLeads(
      {
        exported: (asked) => readExported(database, asked),
        recordExport: (...asked) => recordExport(database.prisma, ...asked),
      },
      filter,
      { ...words, columns: words.export.columns },
      { requestId: randomUUID(), requester },
    )
    let [bytes, lines, most] = [0, 0, 0]
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length
      for (const byte of chunk) if (byte === 10) lines++
      most = Math.max(most, process.memoryUsage().rss)
    }
    return { bytes, lines, most }
  }
  await read()
  const began = performance.now()
  const cpu = process.cpuUsage()
  const { bytes, lines, most } = await read()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  const mb = (some: number) => `${Math.round(some / 2 ** 20)} MB`
  console.log(
    `a file of ${lines - 1} leads: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of node's CPU), ${mb(bytes)}, at most ${mb(most)} of memory`,
  )
}

/** Asked so often, the shortest counts: what else the machine does meets short statements now and then, and says nothing of them. */
const tries = 3

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let number = 0; number < tries; number++) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

function print(kind: string, ours: number[], byHand: number[]): void {
  const figures = [ours, byHand].flatMap((times) => [valueAt(times, 0.5), valueAt(times, 0.95)])
  const ratio = valueAt(ours, 0.5) / valueAt(byHand, 0.5)
  const columns = figures.map((figure, index) => figure.toFixed(1).padStart(index === 2 ? 15 : 8))
  console.log(`  ${kind.padEnd(34)}${columns.join('')}${ratio.toFixed(2).padStart(15)}`)
}

async function onServer(url: string, statement: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rowCount } = await client.query(statement).finally(() => client.end())
  return rowCount ?? 0
}
