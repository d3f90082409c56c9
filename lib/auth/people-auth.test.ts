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
import { appCode, nextAppCode } from '@/test/support/sign-in/app-code'

describe.each(testDatabases)('signing in on $kind', ({ create }) => {
  let database: Database
  let world: PeopleWorld
  beforeAll(async () => {
    database = await create()
    world = await createPeopleWorld(database)
  })
  afterAll(() => database.close())

  it('tells a wrong password and an address that nobody has apart by nothing', async () => {
    const refusal = (work: Promise<unknown>) =>
      work.catch((error: Error) => ({ ...error, message: error.message }))
    const wrongPassword = await refusal(world.signIn('anna@example.com', 'not the password'))
    expect(wrongPassword).toMatchObject({ code: 'wrong_credentials' })
    expect(await refusal(world.signIn('nobody@example.com'))).toEqual(wrongPassword)
  })

  it('signs a disabled person out at once, and in no more, with the same words as for a wrong password', async () => {
    const dan = await world.invited('dan@example.com')
    const id = await world.idOf(dan)
    await world.people.change(id, { disabled: true }, someone)
    expect(await world.who(dan)).toBeNull()
    await expect(world.signIn('dan@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
    await world.people.change(id, { disabled: false }, someone)
    expect(await world.who(browser(await world.signIn('dan@example.com')))).toMatchObject({ id })
  })

  it('signs out everywhere, and by a changed password everywhere else', async () => {
    const first = await world.invited('frans@example.com')
    const second = browser(await world.signIn('frans@example.com'))
    await expect(
      world.auth.changePassword({ current: 'not the password', next: `${password}!` }, first),
    ).rejects.toMatchObject({ code: 'wrong_password' })
    const changed = browser(
      await world.auth.changePassword({ current: password, next: `${password}!` }, first),
    )
    expect(await world.who(second)).toBeNull()
    await world.people.signOutEverywhere(await world.idOf(changed), someone)
    expect(await world.who(changed)).toBeNull()
  })

  it('ends the session of a browser that signs out', async () => {
    const greta = await world.invited('greta@example.com')
    await world.auth.signOut(greta)
    expect(await world.who(greta)).toBeNull()
  })

  it('calls a right password right, also where what it was given for is done already', async () => {
    const ulf = await world.invited('ulf@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, ulf)
    const confirmed = browser(await world.auth.confirmSecondFactor(appCode(uri), ulf))
    const again = (given: string) => world.auth.beginSecondFactor(given, confirmed)
    await expect(again(password)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(again('not the password')).rejects.toMatchObject({ code: 'wrong_password' })
  })

  it('takes away no second factor that is not there, and turns none on twice: it would be recorded as done', async () => {
    const sara = await world.invited('sara@example.com')
    const isDoneAlready = { code: 'not_allowed' }
    await expect(
      world.auth.removeSecondFactor({ password, code: '000000', kind: 'app' }, sara),
    ).rejects.toMatchObject(isDoneAlready)
    const { uri } = await world.auth.beginSecondFactor(password, sara)
    const confirmed = browser(await world.auth.confirmSecondFactor(appCode(uri), sara))
    const again = world.auth.confirmSecondFactor(nextAppCode(uri), confirmed)
    await expect(again).rejects.toMatchObject(isDoneAlready)
  })

  it('asks for a second factor once one is confirmed, and takes each backup code once', async () => {
    const hans = await world.invited('hans@example.com')
    const { uri, backupCodes } = await world.auth.beginSecondFactor(password, hans)
    expect((await world.signIn('hans@example.com')).value).toEqual({ next: 'done' })
    await expect(world.auth.confirmSecondFactor('000000', hans)).rejects.toMatchObject({
      code: 'wrong_code',
    })
    const app = appCode(uri)
    const confirmed = browser(await world.auth.confirmSecondFactor(app, hans))

    const halfWay = await world.signIn('hans@example.com')
    expect(halfWay.value).toEqual({ next: 'second-step' })
    expect(await world.who(browser(halfWay))).toBeNull()
    await expect(
      world.auth.secondStep({ code: '000000', kind: 'app' }, browser(halfWay)),
    ).rejects.toMatchObject({ code: 'wrong_code' })
    const done = await world.auth.secondStep({ code: nextAppCode(uri), kind: 'app' }, browser(halfWay))
    expect(await world.who(browser(done))).not.toBeNull()

    const [code = ''] = backupCodes
    const again = browser(await world.signIn('hans@example.com'))
    expect((await world.auth.secondStep({ code, kind: 'backup' }, again)).value).toEqual({ next: 'done' })
    const third = browser(await world.signIn('hans@example.com'))
    await expect(world.auth.secondStep({ code, kind: 'backup' }, third)).rejects.toMatchObject({
      code: 'wrong_code',
    })

    const [, spare = ''] = backupCodes
    await world.auth.removeSecondFactor({ password, code: spare, kind: 'backup' }, confirmed)
    expect((await world.signIn('hans@example.com')).value).toEqual({ next: 'done' })
  })

  it('signs other browsers out when a second factor is turned on: whoever is in there never gave a code', async () => {
    const rut = await world.invited('rut@example.com')
    const other = browser(await world.signIn('rut@example.com'))
    const { uri } = await world.auth.beginSecondFactor(password, rut)
    await expect(world.auth.confirmSecondFactor('000000', rut)).rejects.toMatchObject({ code: 'wrong_code' })
    expect(await world.who(other), 'a wrong code signs no one out').not.toBeNull()
    const confirmed = browser(await world.auth.confirmSecondFactor(appCode(uri), rut))
    expect(await world.who(other)).toBeNull()
    expect(await world.who(confirmed)).not.toBeNull()
  })

  it('takes a second factor away by password and code together, and by neither alone', async () => {
    const siv = await world.invited('siv@example.com')
    const { uri, backupCodes } = await world.auth.beginSecondFactor(password, siv)
    const inside = browser(await world.auth.confirmSecondFactor(appCode(uri), siv))
    const remove = (given: { password?: string; code?: string; kind?: 'app' | 'backup' }) =>
      world.auth.removeSecondFactor({ password, code: nextAppCode(uri), kind: 'app', ...given }, inside)
    await expect(remove({ password: 'not the password' })).rejects.toMatchObject({ code: 'wrong_password' })
    await expect(remove({ code: '000000' })).rejects.toMatchObject({ code: 'wrong_code' })
    await expect(remove({ code: appCode(uri) }), 'a used one').rejects.toMatchObject({ code: 'wrong_code' })
    await expect(remove({ code: 'aaaaa-aaaaa', kind: 'backup' })).rejects.toMatchObject({
      code: 'wrong_code',
    })
    const [spare = ''] = backupCodes
    await expect(remove({ code: spare }), 'one of the other kind').rejects.toMatchObject({
      code: 'wrong_code',
    })
    expect((await world.signIn('siv@example.com')).value).toEqual({ next: 'second-step' })
    const removed = browser(await remove({}))
    expect((await world.signIn('siv@example.com')).value).toEqual({ next: 'done' })
    const again = world.auth.removeSecondFactor({ password, code: '000000', kind: 'app' }, removed)
    await expect(again).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('locks nobody out by the wrong codes of others: those end the sign-in that they were given for', async () => {
    const tor = await world.invited('tor@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, tor)
    await world.auth.confirmSecondFactor(appCode(uri), tor)
    for (let round = 0; round < 3; round++) {
      const stranger = browser(await world.signIn('tor@example.com'))
      for (let guess = 0; guess < 5; guess++)
        await world.auth.secondStep({ code: '000000', kind: 'app' }, stranger).catch(() => {})
    }
    const halfWay = browser(await world.signIn('tor@example.com'))
    const right = { code: nextAppCode(uri), kind: 'app' as const }
    expect((await world.auth.secondStep(right, halfWay)).value).toEqual({ next: 'done' })
  })

  it('takes no code after five wrong ones: six digits would else be guessed', async () => {
    const ida = await world.invited('ida@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, ida)
    await world.auth.confirmSecondFactor(appCode(uri), ida)
    const halfWay = browser(await world.signIn('ida@example.com'))
    for (let guess = 0; guess < 5; guess++)
      await world.auth.secondStep({ code: '000000', kind: 'app' }, halfWay).catch(() => {})
    const right = { code: nextAppCode(uri), kind: 'app' as const }
    await expect(world.auth.secondStep(right, halfWay)).rejects.toMatchObject({ code: 'wrong_code' })
  })

  it('takes a code of the app once, whatever for, and none from before it: somebody may have seen it', async () => {
    const mats = await world.invited('mats@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, mats)
    const [first, second] = [appCode(uri), nextAppCode(uri)]
    await world.auth.confirmSecondFactor(first, mats)
    const give = async (code: string) =>
      world.auth.secondStep({ code, kind: 'app' }, browser(await world.signIn('mats@example.com')))
    const refusal = (code: string) =>
      give(code).then(
        () => 'taken',
        (error: Error) => ({ ...error, message: error.message }),
      )
    const wrong = await refusal('000000')
    expect(wrong).toMatchObject({ code: 'wrong_code' })
    expect(await refusal(first)).toEqual(wrong)
    expect((await give(second)).value).toEqual({ next: 'done' })
    expect(await refusal(second)).toEqual(wrong)
    expect(await refusal(first)).toEqual(wrong)
  })

  it('takes it once, also of two who give it at the same time', async () => {
    const nils = await world.invited('nils@example.com')
    const { uri } = await world.auth.beginSecondFactor(password, nils)
    await world.auth.confirmSecondFactor(appCode(uri), nils)
    for (let round = 0; round < 5; round++) {
      await database.prisma.secondFactor.updateMany({ data: { lastStep: null } })
      const halves = [await world.signIn('nils@example.com'), await world.signIn('nils@example.com')]
      const given = { code: appCode(uri), kind: 'app' as const }
      const both = halves.map((half) => world.auth.secondStep(given, browser(half)))
      const outcomes = (await Promise.allSettled(both)).map(({ status }) => status)
      expect(outcomes.sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('tells whose code a sign-in waits for, and takes none of somebody who was shut out meanwhile', async () => {
    const lena = await world.invited('lena@example.com')
    const id = await world.idOf(lena)
    const { uri } = await world.auth.beginSecondFactor(password, lena)
    await world.auth.confirmSecondFactor(appCode(uri), lena)
    const halfWay = browser(await world.signIn('lena@example.com'))
    expect(await world.auth.codeOwner(halfWay)).toBe(id)
    expect(await world.auth.codeOwner(anonymous())).toBeNull()
    const forged = new Headers({ cookie: (halfWay.get('cookie') ?? '').replace(/two_factor=[^.]*/, '$&x') })
    expect(await world.auth.codeOwner(forged)).toBeNull()
    await world.people.change(id, { disabled: true }, someone)
    await expect(
      world.auth.secondStep({ code: nextAppCode(uri), kind: 'app' }, halfWay),
    ).rejects.toMatchObject({ code: 'wrong_code' })
  })

  it('keeps nothing in clear that would let somebody in', async () => {
    const { link } = await world.people.invite({ email: 'jan@example.com', role: 'staff' }, someone)
    const tables = ['invitation', 'person_credential', 'second_factor', 'sign_in_challenge']
    const rows = await Promise.all(
      tables.map((table) => database.pool.query(`SELECT t::text FROM ${table} t`)),
    )
    const kept = JSON.stringify(rows.map((result) => result.rows))
    expect(kept).not.toContain(token(link))
    expect(kept).not.toContain(password)
  })
})
