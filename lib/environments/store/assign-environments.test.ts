import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { timedDelivery } from '@/lib/db/testing/begin-attempt'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import { sandbox } from '@/lib/environments/environment'
import { assignEnvironments } from './assign-environments'

const live = 'https://connect.example.com'
const standIn = 'http://127.0.0.1:3000/sandbox/vitec'
const now = new Date('2026-03-01T12:00:00Z')

describe.each(testDatabases)('leads from before leads had an environment, on $kind', ({ create }) => {
  let database: Database
  beforeEach(async () => {
    database = await create()
  })
  afterEach(() => database.close())

  /** A lead as an older version has left it, with an attempt at an address where one is given. */
  const former = async (address?: string, actor = 'key:1') => {
    const { prisma } = database
    const id = await storeLead(database, { at: now, actor })
    if (address) {
      await timedDelivery(database).begin(id, now)
      const data = { requestUrl: `${address}/Advertising/Lead/M1/Person`, environment: null }
      await prisma.deliveryAttempt.updateMany({ where: { leadId: id }, data })
    }
    await prisma.lead.update({ where: { id }, data: { environment: null } })
    return id
  }
  const bornIn = async (id: string) =>
    (await database.prisma.lead.findUnique({ where: { id }, select: { environment: true } }))?.environment

  it('are where they were sent', async () => {
    const [tried, real] = [await former(standIn), await former(live)]
    expect(await assignEnvironments(database.prisma, 'https://new.example.com', 'open')).toBe(2)
    expect(await bornIn(tried)).toBe(sandbox)
    expect(await bornIn(real)).toBe(live)
    const seen = await database.prisma.environment.findMany({ orderBy: { id: 'asc' } })
    expect(seen.map(({ id }) => id)).toEqual([live, sandbox])
  })

  it('are never live without evidence in a database that has been a sandbox', async () => {
    await former(standIn)
    const untouched = await former()
    await assignEnvironments(database.prisma, live, 'open')
    expect(await bornIn(untouched)).toBe(sandbox)
  })

  it('know the sandbox by its inbox, too, where what was sent went with its persons', async () => {
    const sent = { id: 'CM1', customerId: 'M1', personLead: {} }
    await database.prisma.sandboxLead.create({ data: sent })
    const untouched = await former()
    await assignEnvironments(database.prisma, live, 'open')
    expect(await bornIn(untouched)).toBe(sandbox)
  })

  it('are live where the database has never been anything else, so that an upgrade stops nothing', async () => {
    const waiting = await former()
    await assignEnvironments(database.prisma, live, 'open')
    expect(await bornIn(waiting)).toBe(live)
  })

  it('are each assigned once, also by two instances that start together, and delivered ones in their time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => former()))
    const done = await former()
    await database.prisma.lead.update({ where: { id: done }, data: { status: 'delivered' } })
    const start = () => assignEnvironments(database.prisma, live, 'open')
    await Promise.all([start(), start()])
    expect(await Promise.all(ids.map(bornIn))).toEqual(ids.map(() => live))
    expect(await bornIn(done)).toBeNull()
    expect(await assignEnvironments(database.prisma, live, 'all')).toBe(1)
    expect(await assignEnvironments(database.prisma, live, 'all')).toBe(0)
  })

  it('take their customers’ pauses along, with the kind of error and not what Vitec said', async () => {
    const lead = await former(standIn)
    const data = { errorKind: 'credentials' }
    await database.prisma.deliveryAttempt.updateMany({ where: { leadId: lead }, data })
    await database.prisma.deliveryPause.create({
      data: { vitecCustomerId: 'ABC123', reason: 'Wrong password.' },
    })
    await assignEnvironments(database.prisma, live, 'open')
    expect(await database.prisma.deliveryPause.count()).toBe(0)
    expect(await database.prisma.customerPause.findMany()).toMatchObject([
      { environment: sandbox, vitecCustomerId: 'ABC123', reason: 'credentials' },
    ])
  })
})
