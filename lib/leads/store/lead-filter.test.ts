import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { type LeadFilter, leadFilterSchema, noFilter } from '@/lib/leads/log-filter'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { listLeads } from './list-leads'
import { readExported } from './read-exported'
import { readFilterChoices } from './read-filter-choices'

const person = 'person:01a20b6b-a726-740c-906a-fd852559351d'
const day = 86_400_000

describe.each(testDatabases)('what narrows the log, on $kind', ({ create }) => {
  let database: Database
  let ids: { customer: string; source: string }
  const leads: Record<string, string> = {}
  beforeAll(async () => {
    database = await create()
    const { prisma } = database
    const customer = await prisma.customer.create({
      data: { vitecId: 'M1', name: 'Norr', leadSources: { create: { vitecId: 'S1', name: 'Webben' } } },
      select: { id: true, leadSources: { select: { id: true } } },
    })
    // Another customer's source with the same id in Vitec is another source.
    await prisma.customer.create({
      data: { vitecId: 'M2', name: 'Söder', leadSources: { create: { vitecId: 'S1', name: 'Webben' } } },
      select: { id: true },
    })
    ids = { customer: customer.id, source: customer.leadSources[0]?.id ?? '' }
    const now = Date.now()
    const store = async (name: string, data: object, ageMs = 0) => {
      const id = await storeLead(database, { firstName: name, at: new Date(now - ageMs) })
      await prisma.lead.update({ where: { id }, data, select: { id: true } })
      leads[id] = name
    }
    await store('new', {
      vitecCustomerId: 'M1',
      vitecSourceId: 'S1',
      status: 'rejected',
      nextAttemptAt: null,
      actor: person,
    })
    await store('other', {
      vitecCustomerId: 'M1',
      vitecSourceId: 'S2',
      status: 'unknown',
      nextAttemptAt: null,
      channel: 'form',
    })
    await store(
      'old',
      { vitecCustomerId: 'M2', vitecSourceId: 'S1', status: 'failed', nextAttemptAt: null, actor: 'open' },
      70 * day,
    )
  })
  afterAll(() => database.close())

  const found = async (filter: object): Promise<(string | undefined)[]> => {
    const asked: LeadFilter = leadFilterSchema.parse(filter)
    const { leads: page } = await listLeads(database, sandbox, { ...asked, cursor: null })
    const exported: string[] = []
    for await (const rows of readExported(database, asked)) exported.push(...rows.map(({ id }) => id))
    expect(exported).toEqual(page.map(({ id }) => id))
    return page.map(({ id }) => leads[id]).toSorted()
  }

  it.each<[string, object, string[]]>([
    ['one status', { status: ['failed'] }, ['old']],
    ['several statuses', { status: ['rejected', 'failed'] }, ['new', 'old']],
    ['a channel', { channel: 'form' }, ['other']],
    ['a person who sent it', { sender: person }, ['new']],
    ['anybody in an open sandbox', { sender: 'open' }, ['old']],
    ['today and the six days before', { received: '7-days' }, ['new', 'other']],
    ['words and a status', { search: 'storgatan', status: ['unknown'] }, ['other']],
    ['a customer who is not on the list', { customer: '01a20b6b-a726-740c-906a-fd852559351d' }, []],
  ])('is %s', async (_, filter, names) => {
    expect(await found(filter)).toEqual(names)
  })

  it('is a customer, and of it a lead source, which is not another customer’s of the same id', async () => {
    expect(await found({ customer: ids.customer })).toEqual(['new', 'other'])
    expect(await found({ customer: ids.customer, source: ids.source })).toEqual(['new'])
    expect(await found({ source: ids.source })).toEqual(['new'])
  })

  it('is a file’s too, whole, when it takes many pages, and what comes meanwhile is not in it', async () => {
    const saved: string[] = []
    for await (const rows of readExported(database, noFilter, { ids: 2, leads: 1 })) {
      saved.push(...rows.map(({ id }) => id))
      await storeLead(database, { firstName: 'late', at: new Date(Date.now() + day) })
    }
    expect(saved.map((id) => leads[id]).toSorted()).toEqual(['new', 'old', 'other'])
  })

  it('can be chosen by name, with Vitec’s ids beside', async () => {
    const { customers } = await readFilterChoices(database.prisma)
    expect(customers.map(({ name, sources }) => [name, sources.map(({ vitecId }) => vitecId)])).toEqual([
      ['Norr', ['S1']],
      ['Söder', ['S1']],
    ])
  })
})
