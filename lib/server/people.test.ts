import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appCode } from '@/lib/auth/testing/app-code'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/lib/db/testing/test-database'
import { findTraces } from '@/lib/db/testing/traces'
import { browser, createPeopleWorld, type PeopleWorld, password, token } from './testing/people-world'

describe.each(testDatabases)('the people of the service on $kind', ({ create }) => {
  let database: Database
  let world: PeopleWorld
  beforeAll(async () => {
    database = await create()
    world = await createPeopleWorld(database)
  })
  afterAll(() => database.close())

  it('makes an administrator of whoever takes the first link, and signs them in', async () => {
    expect(await world.who(world.administrator)).toMatchObject({ kind: 'person', role: 'administrator' })
  })

  it('has no second first administrator: neither by the same link nor by a link of another start', async () => {
    await expect(world.take(world.setUp, 'eve@example.com')).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.people.setUpLink()).toBeNull()
  })

  it('takes an invitation once, with the role and the address that the administrator chose', async () => {
    const { link } = await world.people.invite({ email: 'bo@example.com', role: 'viewer' })
    expect(await world.people.openInvitation(token(link))).toEqual({
      email: 'bo@example.com',
      role: 'viewer',
      name: null,
    })
    const bo = browser(await world.take(link, 'eve@example.com'))
    expect(await world.who(bo)).toMatchObject({ role: 'viewer' })
    await expect(world.take(link, null)).rejects.toMatchObject({ code: 'not_found' })
    await expect(world.signIn('eve@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('lets no withdrawn invitation in, nor one that another has taken the place of', async () => {
    const first = await world.people.invite({ email: 'cilla@example.com', role: 'staff' })
    const second = await world.people.invite({ email: 'cilla@example.com', role: 'viewer' })
    await expect(world.take(first.link, null)).rejects.toMatchObject({ code: 'not_found' })
    await world.people.withdraw(second.invitation.id)
    await expect(world.take(second.link, null)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('has a changed role hold from the next request on', async () => {
    const eva = await world.invited('eva@example.com')
    await world.people.change(await world.idOf(eva), { role: 'viewer' })
    expect(await world.who(eva)).toMatchObject({ role: 'viewer' })
  })

  it('keeps the last administrator, because nobody could make another', async () => {
    const id = await world.idOf(world.administrator)
    const refused = { code: 'last_administrator' }
    await expect(world.people.change(id, { role: 'staff' })).rejects.toMatchObject(refused)
    await expect(world.people.change(id, { disabled: true })).rejects.toMatchObject(refused)
    expect(await world.who(world.administrator)).toMatchObject({ role: 'administrator' })
  })

  it('lets somebody who lost password and phone in by a new link, and whoever has them out', async () => {
    const karin = await world.invited('karin@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, karin)
    const old = browser(await world.auth.confirmSecondFactor(appCode(uri), karin))
    const identity = await world.who(old)
    const { link } = await world.people.offerReset(await world.idOf(old))
    expect(await world.people.openInvitation(token(link))).toMatchObject({ name: 'Somebody' })
    expect(await world.who(old)).not.toBeNull()
    const next = { token: token(link), name: 'Karin', email: null, password: 'another long one' }
    await world.people.accept(next)
    const renewed = await world.signIn('karin@example.com', next.password)
    expect(renewed.value).toEqual({ next: 'done' })
    expect(await world.who(browser(renewed))).toEqual(identity)
    expect(await world.who(old)).toBeNull()
    await expect(world.signIn('karin@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('lets nobody who is shut out choose a new password, nor by an old link once they are let in again', async () => {
    const id = await world.idOf(await world.invited('rune@example.com'))
    const before = await world.people.offerReset(id)
    await world.people.change(id, { disabled: true })
    const meanwhile = await world.people.offerReset(id)
    for (const { link } of [before, meanwhile]) {
      await expect(world.people.openInvitation(token(link))).rejects.toMatchObject({ code: 'not_found' })
      await expect(world.take(link, null)).rejects.toMatchObject({ code: 'not_found' })
    }
    await world.people.change(id, { disabled: false })
    await expect(world.take(before.link, null)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.idOf(browser(await world.take(meanwhile.link, null)))).toBe(id)
  })

  it('removes somebody who was shut out, and nobody else; nothing of them but their id is left', async () => {
    const sigge = await world.invited('sigge@example.com')
    const id = await world.idOf(sigge)
    await world.auth.beginSecondFactor(password, sigge)
    await expect(world.people.remove(id)).rejects.toMatchObject({ code: 'not_allowed' })
    await world.people.change(id, { disabled: true })
    await world.people.offerReset(id)
    await world.people.remove(id)
    expect(await findTraces(database, ['sigge@example.com'])).toEqual([])
    const where = { userId: id }
    const { personCredential, secondFactor, personSession } = database.prisma
    const left = [
      personCredential.count({ where }),
      secondFactor.count({ where }),
      personSession.count({ where }),
    ]
    expect(await Promise.all(left)).toEqual([0, 0, 0])
    await expect(world.people.remove(id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.idOf(await world.invited('sigge@example.com'))).not.toBe(id)
  })
})
