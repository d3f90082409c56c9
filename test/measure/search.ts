import pg from 'pg'
import { openDatabase } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { listLeads } from '@/lib/leads/store/list-leads'
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { fillWithLeads } from './fill-with-leads'
import { type GeneratedLead, generatedLead } from './generated-leads'
import { valueAt } from './percentile.mjs'

const name = 'measure_search'
const shares = [0.5, 0.95, 1]

type Options = { leads: number; each: number }

/**
 * Fills a database of its own with leads, searches them as the log does, and drops it. Prints p50, p95 and the longest
 * in ms of each kind of search, the second time that it is made.
 * @param server where databases may be made
 */
export async function measureSearch(server: string, { leads, each }: Options): Promise<void> {
  await onServer(server, `CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(server), { pathname: name }).href
  const database = await openDatabase({ DATABASE_URL: url, DATA_DIR: '' })
  try {
    await fillWithLeads(database.pool, leads)
    console.log(`${leads} leads, ${each} searches of a kind, ms      p50     p95 longest`)
    const all = []
    for (const [kind, query] of Object.entries(searchKinds)) {
      const times = await timesOf(queriesOf(query, each, leads), (search) =>
        listLeads(database, sandbox, { ...noFilter, search, cursor: null }),
      )
      print(kind, times)
      all.push(...times)
    }
    print('all', all)
    print(
      'what may have been meant',
      await timesOf(queriesOf(mistaken, each, leads), (search) =>
        suggestSearch(database.prisma, { ...noFilter, search }),
      ),
    )
  } finally {
    await database.close()
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

async function timesOf(queries: string[], search: (query: string) => Promise<unknown>): Promise<number[]> {
  for (const query of queries) await search(query)
  const times = []
  for (const query of queries) {
    const began = performance.now()
    await search(query)
    times.push(performance.now() - began)
  }
  return times
}

function print(kind: string, times: number[]): void {
  const columns = shares.map((share) => valueAt(times, share).toFixed(1).padStart(8))
  console.log(`  ${kind.padEnd(42)}${columns.join('')}`)
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const national = ({ phone }: GeneratedLead) =>
  `0${phone.slice(3, 5)}-${phone.slice(5, 8)} ${phone.slice(8, 10)} ${phone.slice(10)}`
const zip = ({ zipCode }: GeneratedLead) => `${zipCode.slice(0, 3)} ${zipCode.slice(3)}`

/** What people search for, made of a lead. */
const searchKinds: Record<string, (lead: GeneratedLead) => string> = {
  'first and last name': ({ firstName, lastName }) => `${firstName} ${lastName}`,
  'last name': ({ lastName }) => lastName,
  'first name': ({ firstName }) => firstName,
  'two letters': ({ lastName }) => lastName.slice(0, 2),
  'e-mail': ({ email }) => email,
  'phone number': national,
  'its last seven digits': ({ phone }) => phone.slice(-7),
  street: ({ address }) => address,
  'street, zip code and city': (lead) => `${lead.address} ${zip(lead)} ${lead.city}`,
  'name and city': ({ lastName, city }) => `${lastName} ${city}`,
  city: ({ city }) => city,
  'customer id': ({ vitecCustomerId }) => vitecCustomerId,
  'a name that nobody has': ({ lastName }) => `${lastName}quist`,
  'a number that nobody has': ({ phone }) => `${phone.slice(5)}00`,
}

/** A last name with a letter left out in its middle. */
const mistaken = ({ lastName }: GeneratedLead) => {
  const middle = Math.floor(lastName.length / 2)
  return lastName.slice(0, middle) + lastName.slice(middle + 1)
}

/** The same queries each time: so many of a kind, of leads all over the log. */
function queriesOf(kind: (lead: GeneratedLead) => string, each: number, leads: number): string[] {
  return Array.from({ length: each }, (_, n) => kind(generatedLead(Math.floor((n * leads) / each) + 7)))
}
