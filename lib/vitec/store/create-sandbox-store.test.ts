import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import type { SandboxInboxEntry } from '../sandbox/sandbox-store'
import { createSandboxStore } from './create-sandbox-store'

const entry = (id: string, receivedAt: string): SandboxInboxEntry => ({
  id,
  customerId: 'ABC123',
  receivedAt: new Date(receivedAt),
  personLead: {
    firstName: 'Erik',
    lastName: 'Andersson',
    message: 'Värd 5 500 000 kr på 150.0 m² 👍',
    typeId: 'LEAD456',
    telephone: { cell: '+46701234567' },
    email: { emailAddress: 'erik.andersson@example.com' },
  },
})

describe.each(testDatabases)('the sandbox inbox on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('gives back what was sent, the newest first, and no more than asked for', async () => {
    const store = createSandboxStore(database.prisma, 'sandbox')
    expect(await store.list(10)).toEqual([])
    const [first, second, third] = [
      entry('CMLEAD1', '2026-01-27T10:00:00.000Z'),
      entry('CMLEAD2', '2026-01-27T10:00:01.000Z'),
      entry('CMLEAD3', '2026-01-27T10:00:01.001Z'),
    ]
    for (const sent of [second, third, first]) await store.add(sent)
    expect(await store.list(10)).toEqual([third, second, first])
    expect(await store.list(1)).toEqual([third])
  })

  it('gives what a customer got from a moment on and before another', async () => {
    const store = createSandboxStore(database.prisma, 'sandbox')
    const ids = ['CMA', 'CMB', 'CMC']
    const times = ['2026-02-01T00:00:00.000Z', '2026-02-01T23:59:59.999Z', '2026-02-02T00:00:00.000Z']
    for (const [index, id] of ids.entries()) await store.add(entry(id, times[index] ?? ''))
    await store.add({ ...entry('CMD', '2026-02-01T12:00:00Z'), customerId: 'M30011' })
    const [from, to] = [new Date('2026-02-01T00:00:00Z'), new Date('2026-02-02T00:00:00Z')]
    expect((await store.receivedBy('ABC123', from, to)).map(({ id }) => id)).toEqual(['CMB', 'CMA'])
  })
})
