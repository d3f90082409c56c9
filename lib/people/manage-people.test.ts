import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import {
  anonymous,
  browser,
  createPeopleWorld,
  type PeopleWorld,
  password,
  token,
} from '@/test/support/people/people-world'
import { findTraces } from '@/test/support/privacy/traces'
import { appCode } from '@/test/support/sign-in/app-code'

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
    const { link } = await world.people.invite({ email: 'bo@example.com', role: 'viewer' }, someone)
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
    const first = await world.people.invite({ email: 'cilla@example.com', role: 'staff' }, someone)
    const second = await world.people.invite({ email: 'cilla@example.com', role: 'viewer' }, someone)
    await expect(world.take(first.link, null)).rejects.toMatchObject({ code: 'not_found' })
    await world.people.withdraw(second.invitation.id, someone)
    await expect(world.take(second.link, null)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('has a changed role hold from the next request on', async () => {
    const eva = await world.invited('eva@example.com')
    await world.people.change(await world.idOf(eva), { role: 'viewer' }, someone)
    expect(await world.who(eva)).toMatchObject({ role: 'viewer' })
  })

  it('keeps the last administrator, because nobody could make another', async () => {
    const id = await world.idOf(world.administrator)
    const refused = { code: 'last_administrator' }
    await expect(world.people.change(id, { role: 'staff' }, someone)).rejects.toMatchObject(refused)
    await expect(world.people.change(id, { disabled: true }, someone)).rejects.toMatchObject(refused)
    expect(await world.who(world.administrator)).toMatchObject({ role: 'administrator' })
  })

  it('lets somebody who lost password and phone in by a new link, and whoever has them out', async () => {
    const karin = await world.invited('karin@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, karin)
    const old = browser(await world.auth.confirmSecondFactor(appCode(uri), karin))
    const identity = await world.who(old)
    const { link } = await world.people.offerReset(await world.idOf(old), someone)
    expect(await world.people.openInvitation(token(link))).toMatchObject({ name: 'Somebody' })
    expect(await world.who(old)).not.toBeNull()
    const next = { token: token(link), name: 'Karin', email: null, password: 'another long one' }
    await world.people.accept(next, someone.from)
    const renewed = await world.signIn('karin@example.com', next.password)
    expect(renewed.value).toEqual({ next: 'done' })
    expect(await world.who(browser(renewed))).toEqual(identity)
    expect(await world.who(old)).toBeNull()
    await expect(world.signIn('karin@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('lets nobody who is shut out choose a new password, nor by an old link once they are let in again', async () => {
    const id = await world.idOf(await world.invited('rune@example.com'))
    const before = await world.people.offerReset(id, someone)
    await world.people.change(id, { disabled: true }, someone)
    const meanwhile = await world.people.offerReset(id, someone)
    for (const { link } of [before, meanwhile]) {
      await expect(world.people.openInvitation(token(link))).rejects.toMatchObject({ code: 'not_found' })
      await expect(world.take(link, null)).rejects.toMatchObject({ code: 'not_found' })
    }
    await world.people.change(id, { disabled: false }, someone)
    await expect(world.take(before.link, null)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.idOf(browser(await world.take(meanwhile.link, null)))).toBe(id)
  })

  it('takes no password that is easy to guess, however somebody comes to choose one', async () => {
    const weak = [
      ['abcabcabcabc', 'password_pattern'],
      ['Yngve.Larsson1', 'password_own_name'],
      ['Lead API 2026', 'password_service_name'],
      ['administrator', 'password_common'],
    ] as const
    const invited = await world.people.invite({ email: 'yngve@example.com', role: 'staff' }, someone)
    const chosen = (link: string, next: string) =>
      world.people.accept(
        { token: token(link), name: 'Yngve Larsson', email: null, password: next },
        '192.0.2.1',
      )
    const refused = (field: string, code: string) =>
      expect.objectContaining({
        code: 'invalid_fields',
        details: { errors: [expect.objectContaining({ field, code, message: expect.any(String) })] },
      })
    for (const [next, code] of weak)
      await expect(chosen(invited.link, next)).rejects.toEqual(refused('password', code))
    const { id } = await chosen(invited.link, password)
    const yngve = browser(await world.signIn('yngve@example.com'))
    const reset = await world.people.offerReset(id, someone)
    for (const [next, code] of weak) {
      await expect(chosen(reset.link, next)).rejects.toEqual(refused('password', code))
      const change = world.people.changePassword(id, { current: password, next }, yngve)
      await expect(change).rejects.toEqual(refused('next', code))
    }
    expect(await world.who(yngve), 'nothing was changed').not.toBeNull()
    await world.people.changePassword(id, { current: password, next: 'another long one' }, yngve)
    expect((await world.signIn('yngve@example.com', 'another long one')).value).toEqual({ next: 'done' })
  })

  it('signs in with a password of before that would not be taken any more', async () => {
    const mona = await world.idOf(await world.invited('mona@example.com'))
    const old = await world.auth.hashPassword('qwerty')
    await database.prisma.personCredential.updateMany({ where: { userId: mona }, data: { password: old } })
    expect((await world.signIn('mona@example.com', 'qwerty')).value).toEqual({ next: 'done' })
  })

  it('knows a browser until its person chooses another password, however that comes, or another second factor', async () => {
    const ville = await world.invited('ville@example.com')
    const id = await world.idOf(ville)
    const device = async () => browser({ cookies: await world.people.rememberDevice(anonymous(), id) })
    const isKnown = async (headers: Headers, account = 'ville@example.com') =>
      (await world.people.deviceOf(headers, { email: account })) !== null
    const first = await device()
    expect(await isKnown(first)).toBe(true)
    expect(await isKnown(first, 'anna@example.com')).toBe(false)
    expect(await isKnown(first, 'nobody@example.com')).toBe(false)

    const next = 'another long one'
    const changed = browser(await world.auth.changePassword({ current: password, next }, ville))
    expect(await isKnown(first)).toBe(false)

    const second = await device()
    const { uri } = await world.auth.beginSecondFactor(next, changed)
    expect(await isKnown(second), 'nothing is asked for yet').toBe(true)
    await world.auth.confirmSecondFactor(appCode(uri), changed)
    expect(await isKnown(second)).toBe(false)

    const third = await device()
    expect(await isKnown(third)).toBe(true)
    const { link } = await world.people.offerReset(id, someone)
    await world.people.accept({ token: token(link), name: 'Ville', email: null, password }, '192.0.2.1')
    expect(await isKnown(third)).toBe(false)

    const fourth = await device()
    await world.people.change(id, { disabled: true }, someone)
    expect(await isKnown(fourth)).toBe(false)
    await world.people.remove(id, someone)
    expect(await world.people.rememberDevice(anonymous(), id)).toEqual([])
    await world.invited('ville@example.com')
    expect(await isKnown(fourth), 'a person who gets the address later').toBe(false)
  })

  it('removes somebody who was shut out, and nobody else; nothing of them but their id is left', async () => {
    const sigge = await world.invited('sigge@example.com')
    const id = await world.idOf(sigge)
    await world.auth.beginSecondFactor(password, sigge)
    await expect(world.people.remove(id, someone)).rejects.toMatchObject({ code: 'not_allowed' })
    await world.people.change(id, { disabled: true }, someone)
    await world.people.offerReset(id, someone)
    await world.people.remove(id, someone)
    expect(await findTraces(database, ['sigge@example.com'])).toEqual([])
    const where = { userId: id }
    const { personCredential, secondFactor, personSession } = database.prisma
    const left = [
      personCredential.count({ where }),
      secondFactor.count({ where }),
      personSession.count({ where }),
    ]
    expect(await Promise.all(left)).toEqual([0, 0, 0])
    await expect(world.people.remove(id, someone)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.idOf(await world.invited('sigge@example.com'))).not.toBe(id)
  })
})
