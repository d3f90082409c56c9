import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditQuerySchema, createAudit } from '@/lib/audit/audit-event'
import { createAuditStore } from '@/lib/audit/store/list-events'
import type { Database } from '@/lib/db/open-database'
import { createPersonStore } from '@/lib/people/store/create-person-store'
import { createLimits } from '@/lib/rate-limits/limits'
import { createRateLimiter } from '@/lib/rate-limits/store/create-rate-limiter'
import { testDatabases } from '@/test/support/database/test-database'
import { recordRefusal, type SignInRefusal } from './limit-sign-in'

const from = '192.0.2.7'
const verb: SignInRefusal['verb'] = 'person.refuse-sign-in'

describe.each(testDatabases)('refused sign-ins on $kind', ({ create }) => {
  let database: Database
  let refuse: (personId: string | null, verb?: SignInRefusal['verb']) => Promise<void>
  let recorded: (subject: string, verb?: SignInRefusal['verb']) => Promise<unknown[]>
  beforeAll(async () => {
    database = await create()
    const audit = createAudit(createAuditStore(database.prisma))
    const limits = createLimits(createRateLimiter(database.pool), 60)
    refuse = (personId, as = verb) => recordRefusal({ audit, limits }, { verb: as, personId, from })
    recorded = async (subject, as = verb) =>
      (await audit.list(auditQuerySchema.parse({ subject, verb: as }))).events
  })
  afterAll(() => database.close())

  it('are found by the account and by what happened, as an act of the system: nobody knows whose they were', async () => {
    const anna = crypto.randomUUID()
    await refuse(anna)
    const event = { by: 'system', verb, subject: `person:${anna}`, from }
    expect(await recorded(anna)).toEqual([expect.objectContaining(event)])
  })

  it('do not fill the log, however many addresses and made-up accounts there are, nor hide those of an account', async () => {
    for (let guess = 0; guess < 25; guess++) await refuse(null)
    expect((await recorded('unknown')).length).toBe(10)
    const bo = crypto.randomUUID()
    for (let guess = 0; guess < 25; guess++) await refuse(bo)
    expect((await recorded(bo)).length).toBe(10)
  })

  it('do not hide one another: who uses up the wrong sign-ins of an account still shows up at its account page', async () => {
    const eva = crypto.randomUUID()
    for (let guess = 0; guess < 12; guess++) await refuse(eva)
    await refuse(eva, 'person.refuse-password')
    expect((await recorded(eva, 'person.refuse-password')).length).toBe(1)
  })

  it('are of whoever has the address, also of one who is shut out, and of nobody else', async () => {
    const store = createPersonStore(database.prisma)
    const { id } = await database.prisma.person.create({
      data: {
        id: crypto.randomUUID(),
        name: 'Cilla',
        email: 'cilla@example.com',
        role: 'staff',
        disabledAt: new Date(),
      },
    })
    expect(await store.idOf('cilla@example.com')).toBe(id)
    expect(await store.idOf('nobody@example.com')).toBeNull()
  })
})
