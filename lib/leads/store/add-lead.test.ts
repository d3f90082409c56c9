import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someone } from '@/lib/audit/testing/someone'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import type { Database } from '@/lib/db/open-database'
import { newLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import { sandbox } from '@/lib/environments/environment'
import { unlistedWarnings } from '@/lib/leads/lead-warning'
import { createAddLead, fromColumns, leadColumns } from './add-lead'

describe.each(testDatabases)('a lead that comes in on $kind', ({ create }) => {
  let database: Database
  let add: ReturnType<typeof createAddLead>
  beforeAll(async () => {
    database = await create()
    await seedSandbox(database.prisma)
    add = createAddLead(database, sandbox)
  })
  afterAll(() => database.close())

  it('is stored as it came, every field of it', async () => {
    const given = newLead()
    const stored = await add(given)
    const { body, message, channel, status, environment, ...columns } =
      await database.prisma.lead.findUniqueOrThrow({
        where: { id: stored?.id ?? '' },
        select: { ...leadColumns, body: true, message: true, channel: true, status: true, environment: true },
      })
    expect(fromColumns(columns)).toEqual(given.lead)
    expect({ message, channel, status, environment }).toEqual({
      message: given.message,
      channel: 'api',
      status: 'pending',
      environment: sandbox,
    })
    expect(Buffer.from(body)).toEqual(Buffer.from(given.body))
  })

  it('keeps what may be missing apart from what is nought', async () => {
    const given = newLead()
    const lead = { ...given.lead, livingArea: null, lotSizeArea: 0, zipCode: null, occupantType: null }
    const stored = await add({ ...given, lead: { ...lead, associationFee: 1_234.5 } })
    const row = await database.prisma.lead.findUniqueOrThrow({
      where: { id: stored?.id ?? '' },
      select: leadColumns,
    })
    expect(fromColumns(row)).toEqual({ ...lead, associationFee: 1_234.5 })
  })

  it('is due at once, by the database’s time', async () => {
    const { receivedAt: _, ...given } = newLead()
    const stored = await add(given)
    const { rows } = await database.pool.query(
      `SELECT received_at = next_attempt_at AND next_attempt_at <= delivery_clock() AS due FROM lead WHERE id = $1`,
      [stored?.id],
    )
    expect(rows).toEqual([{ due: true }])
  })

  it('is told of with what our lists do not know of it, after what was found out before', async () => {
    const given = newLead()
    const { customer, leadSource } = unlistedWarnings
    const before = { field: 'person.phone', code: 'doubtful_phone' as const, message: 'Is it right?' }
    const known = await add({ ...given, warnings: [before] })
    expect(known?.warnings).toEqual([before])
    const other = await add({ ...given, warnings: [before], lead: { ...given.lead, vitecSourceId: 'NOPE' } })
    expect(other?.warnings).toEqual([before, leadSource])
    const unlisted = await add({ ...given, lead: { ...given.lead, vitecCustomerId: 'NOPE' } })
    expect(unlisted?.warnings).toEqual([customer])
    const row = await database.prisma.lead.findUniqueOrThrow({
      where: { id: unlisted?.id ?? '' },
      select: { warnings: true },
    })
    expect(row.warnings).toEqual([customer])
  })

  it('is in the audit log where a person entered it, and not where a system sent it', async () => {
    const events = () => database.prisma.auditEvent.findMany({ select: { actor: true, subject: true } })
    const before = await events()
    await add(newLead())
    expect(await events()).toEqual(before)
    const stored = await add({ ...newLead(), requester: someone })
    expect(await events()).toContainEqual({ actor: someone.by, subject: `lead:${stored?.id}` })
  })
})
