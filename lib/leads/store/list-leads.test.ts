import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { listLeads } from './list-leads'

const all = { ...noFilter, cursor: null }

describe.each(testDatabases)('the log on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
    // Three leads of each millisecond, so that pages end in the middle of one.
    for (let index = 0; index < 120; index += 1) {
      const at = new Date(Date.UTC(2026, 2, 1, 12, 0, 0, Math.floor(index / 3)))
      await storeLead(database, { firstName: `Namn${index}`, phone: `+4670123${4000 + index}`, at })
    }
  })
  afterAll(() => database.close())

  const names = async (search: string) =>
    (await listLeads(database, sandbox, { ...all, search })).leads.map((lead) => lead.firstName)

  it.each([
    ['without a search', ''],
    ['of a search that finds more than a page of them', 'namn'],
  ])('shows every lead once over its pages, newest first, %s', async (_, search) => {
    const seen: { id: string; receivedAt: string }[] = []
    let cursor: string | null = null
    do {
      const page = await listLeads(database, sandbox, { ...all, search, cursor })
      seen.push(...page.leads)
      cursor = page.next
    } while (cursor)
    expect(new Set(seen.map((lead) => lead.id)).size).toBe(120)
    const times = seen.map((lead) => lead.receivedAt)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('finds a phone number as people write it', async () => {
    expect(await names('070-123 40 17')).toEqual(['Namn17'])
  })

  it('finds by name in any case, by part, and by several words at once', async () => {
    expect(await names('nAMN119 storg')).toEqual(['Namn119'])
  })

  it('finds a lead by its own id', async () => {
    const [first] = (await listLeads(database, sandbox, all)).leads
    expect(await names(first?.id ?? '')).toEqual([first?.firstName])
  })

  it.each(['%', '_', '\\', "'", '%%%', 'n_mn'])(
    'takes "%s" as a letter, not as a pattern',
    async (search) => {
      expect(await names(search)).toEqual([])
    },
  )

  it('filters by status', async () => {
    expect((await listLeads(database, sandbox, { ...all, status: ['delivered'] })).leads).toEqual([])
    expect((await listLeads(database, sandbox, { ...all, status: ['pending'] })).leads).toHaveLength(50)
  })

  it('says of what a person has to do something about who that is, by what was met last', async () => {
    const { pool, prisma } = database
    await pool.query('TRUNCATE lead CASCADE')
    const fail = async (errorKinds: string[]) => {
      const leadId = await storeLead(database)
      await prisma.lead.update({ where: { id: leadId }, data: { status: 'failed', nextAttemptAt: null } })
      for (const [index, errorKind] of errorKinds.entries()) {
        const made = { startedAt: new Date(), endedAt: new Date(), requestUrl: '', requestBody: '' }
        const data = { leadId, number: index + 1, outcome: 'misconfigured' as const, errorKind, ...made }
        await prisma.deliveryAttempt.create({ data, select: { id: true } })
      }
      return leadId
    }
    const [rights, server] = [await fail(['server_error', 'rights']), await fail(['server_error'])]
    const refused = await storeLead(database)
    const data = { status: 'rejected', nextAttemptAt: null, lastWord: 'HTTP 400' } as const
    await prisma.lead.update({ where: { id: refused }, data })
    const waits = await storeLead(database)
    const { leads } = await listLeads(database, sandbox, all)
    expect(Object.fromEntries(leads.map(({ id, mustAct }) => [id, mustAct]))).toEqual({
      ...{ [rights]: 'customer', [server]: 'vitec', [refused]: 'vitec', [waits]: null },
    })
  })
})
