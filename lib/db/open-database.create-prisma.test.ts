import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from './open-database'

describe.each(testDatabases)('Prisma on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
  })
  afterAll(() => db.close())

  const customer = (vitecId: string) => ({ data: { vitecId, name: 'Testmäklaren' } })

  it('keeps both rows of a transaction, or none', async () => {
    await db.prisma.$transaction([
      db.prisma.customer.create(customer('A')),
      db.prisma.customer.create(customer('B')),
    ])
    const failed = db.prisma.$transaction(async (tx) => {
      await tx.customer.create(customer('C'))
      await tx.customer.create(customer('A'))
    })
    await expect(failed).rejects.toMatchObject({ code: 'P2002' })
    expect(await db.prisma.customer.count({ where: { vitecId: { in: ['A', 'B', 'C'] } } })).toBe(2)
  })

  it('rolls back when the work of a transaction throws', async () => {
    const failed = db.prisma.$transaction(async (tx) => {
      await tx.customer.create(customer('D'))
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await db.prisma.customer.findUnique({ where: { vitecId: 'D' } })).toBeNull()
  })

  it('rolls back a transaction that takes too long, and goes on', async () => {
    const slow = db.prisma.$transaction(
      async (tx) => {
        await tx.customer.create(customer('E'))
        await new Promise((resolve) => setTimeout(resolve, 100))
        await tx.customer.create(customer('F'))
      },
      { timeout: 50 },
    )
    await expect(slow).rejects.toMatchObject({ code: 'P2028' })
    expect(await db.prisma.customer.count({ where: { vitecId: { in: ['E', 'F'] } } })).toBe(0)
  })

  it('runs many transactions at once', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `many-${i}`)
    await Promise.all(ids.map((id) => db.prisma.$transaction((tx) => tx.customer.create(customer(id)))))
    expect(await db.prisma.customer.count({ where: { vitecId: { in: ids } } })).toBe(40)
  })

  it('names what went wrong with its own codes', async () => {
    const { leadSource, customer: customers } = db.prisma
    const orphan = { customerId: '01a20b6b-a726-740c-906a-fd852559351d', vitecId: 'X', name: 'X' }
    await expect(leadSource.create({ data: orphan })).rejects.toMatchObject({ code: 'P2003' })
    const missing = customers.update({ where: { vitecId: 'nobody' }, data: { name: 'X' } })
    await expect(missing).rejects.toMatchObject({ code: 'P2025' })
  })

  it('gives back bytes, big numbers, json and moments as they were', async () => {
    const data = {
      receivedAt: new Date('2026-10-25T00:30:00.123Z'),
      channel: 'api' as const,
      vitecCustomerId: 'ABC123',
      vitecSourceId: 'LEAD456',
      firstName: 'Erik',
      lastName: 'Åström',
      email: 'erik.astrom@example.com',
      phone: '+46701234567',
      address: 'Storgatan 1',
      valuation: 9_007_199_254_740_993n,
      propertySubType: 'Apartment' as const,
      livingArea: 72.5,
      valuationDate: new Date('2026-10-25'),
      message: 'Hej 🏡',
      body: new Uint8Array([0, 255, 123]),
      warnings: ['unknown: "a"', { deep: [null, 1.5] }],
      searchText: 'erik åström storgatan 1',
    }
    const { id } = await db.prisma.lead.create({ data, select: { id: true } })
    expect(await db.prisma.lead.findUniqueOrThrow({ where: { id } })).toMatchObject(data)
    expect(await db.prisma.lead.count({ where: { searchText: { contains: 'storgat' } } })).toBe(1)
  })

  it('refuses a second open attempt for one lead', async () => {
    const { id: leadId } = await db.prisma.lead.findFirstOrThrow({ select: { id: true } })
    const attempt = { leadId, startedAt: new Date(), requestUrl: 'http://127.0.0.1/', requestBody: '{}' }
    await db.prisma.deliveryAttempt.create({ data: { ...attempt, number: 1 } })
    const second = db.prisma.deliveryAttempt.create({ data: { ...attempt, number: 2 } })
    await expect(second).rejects.toMatchObject({ code: 'P2002' })
  })
})
