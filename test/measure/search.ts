import pg from 'pg'
import { listLeads } from '@/lib/db/lead/list-leads'
import { openDatabase } from '@/lib/db/open-database'
import { suggestSearch } from '@/lib/db/search/suggest-search'
import { sandbox } from '@/lib/delivery/environment/environment'
import { fillWithLeads } from './fill-with-leads'
import { valueAt } from './percentile.mjs'
import { mistaken, queriesOf, searchKinds } from './search-kinds'

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
        listLeads(database.prisma, sandbox, { search, status: null, cursor: null }),
      )
      print(kind, times)
      all.push(...times)
    }
    print('all', all)
    print(
      'what may have been meant',
      await timesOf(queriesOf(mistaken, each, leads), (search) =>
        suggestSearch(database.prisma, { search, status: null }),
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
