import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { createPeopleWorld, password, token } from '@/test/support/people/people-world'
import { recoverAdministrator } from './recover-administrator'
import { createPersonStore } from './store/create-person-store'

describe.each(testDatabases)('a way in for an administrator, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  const recover = (email: string | null, isNew = false) =>
    recoverAdministrator(createPersonStore(database.prisma), 'https://leads.example.com/', { email, isNew })

  it('is made for a first one, for the one that lost both, and for one who was shut out, by the system', async () => {
    const { people } = await createPeopleWorld(database)
    await database.prisma.person.deleteMany()
    await expect(recover(null)).rejects.toThrow('There is no administrator')
    await expect(recover('erik.andersson@example.com')).rejects.toThrow('No administrator has that address')
    const first = await recover('Erik.Andersson@example.com', true)
    expect(first.link).toMatch(/^https:\/\/leads\.example\.com\/invitation#/)
    const accept = ({ link }: { link: string }) =>
      people.accept({ token: token(link), name: 'Erik', email: null, password }, someone.from)
    expect(await accept(first)).toMatchObject({ role: 'administrator', email: 'erik.andersson@example.com' })

    const { id } = await accept(await recover(null))
    await recover('anna.berg@example.com', true).then(accept)
    await expect(recover(null)).rejects.toThrow('Say which administrator')
    await people.change(id, { disabled: true }, someone)
    expect(await accept(await recover('erik.andersson@example.com'))).toMatchObject({ id })
    expect(await people.find(id)).toMatchObject({ disabledAt: null, role: 'administrator' })
    const events = await database.prisma.auditEvent.findMany({
      where: { actor: 'system' },
      select: { verb: true, address: true },
    })
    expect(events.map(({ verb }) => verb).toSorted()).toEqual([
      ...['person.change', 'person.invite', 'person.invite', 'person.reset', 'person.reset'],
    ])
  })
})
