import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { LeadStatus } from '@/lib/leads/lead'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { setAside } from './move-lead'

describe.each(testDatabases)('setting a lead aside on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  const lead = async (status: LeadStatus) => {
    const id = await storeLead(database)
    await change(id, { status, nextAttemptAt: null })
    return id
  }
  const change = (id: string, data: object) =>
    database.prisma.lead.update({ where: { id }, data, select: { id: true } })
  const isAside = async (id: string) => {
    const { setAsideAt } = await database.prisma.lead.findUniqueOrThrow({
      where: { id },
      select: { setAsideAt: true },
    })
    return setAsideAt !== null
  }

  it.each(['rejected', 'unknown', 'failed'] as const)(
    'is for one that was %s, and can be undone',
    async (status) => {
      const id = await lead(status)
      expect(await setAside(database.prisma, id, true, someone)).toBe(true)
      expect(await isAside(id)).toBe(true)
      expect(await setAside(database.prisma, id, true, someone)).toBe(false)
      expect(await setAside(database.prisma, id, false, someone)).toBe(true)
      expect(await isAside(id)).toBe(false)
      expect(await setAside(database.prisma, id, false, someone)).toBe(false)
    },
  )

  it.each(['pending', 'delivered', 'cancelled'] as const)(
    'is not for one that is %s, because there is nothing to do about it',
    async (status) => {
      expect(await setAside(database.prisma, await lead(status), true, someone)).toBe(false)
    },
  )

  it('is over once the lead is sent again: what becomes of it then has to be seen', async () => {
    const id = await lead('failed')
    await setAside(database.prisma, id, true, someone)
    await timedDelivery(database).store.act(id, 'send_again', someone)
    await change(id, { status: 'failed', nextAttemptAt: null })
    expect(await isAside(id)).toBe(false)
  })

  it('is over once a late answer shows that the doubt is none', async () => {
    const delivery = timedDelivery(database)
    const id = await storeLead(database, { at: new Date() })
    const [begun, later] = [new Date(), new Date(Date.now() + 120_000)]
    const attempt = await delivery.begin(id, begun)
    if (!attempt) throw new Error('no attempt was to be had')
    await (await delivery.at(later)).settleInterrupted()
    expect(await setAside(database.prisma, id, true, someone)).toBe(true)
    const refusal = { outcome: 'rejected', httpStatus: 400, answer: '{}', word: 'No.' } as const
    expect(await delivery.close(attempt, refusal, later)).toMatchObject({ kind: 'late', status: 'rejected' })
    expect(await isAside(id)).toBe(false)
  })

  it('is left alone by whatever does not change the status', async () => {
    const id = await lead('failed')
    await setAside(database.prisma, id, true, someone)
    await change(id, { status: 'failed', lastWord: 'Another.' })
    expect(await isAside(id)).toBe(true)
  })
})
