import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPersonStore } from '@/lib/db/access/person-store'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/lib/db/testing/test-database'
import { findTraces } from '@/lib/db/testing/traces'
import { createPeople, type People } from '@/lib/server/people'
import { createAuth } from './create-auth'
import { createPeopleAuth, type WithCookies } from './people-auth'
import { appCode, nextAppCode } from './testing/app-code'

const password = 'correct horse battery'
const anonymous = () => new Headers()

/** A request of the browser that keeps these cookies. */
const browser = ({ cookies }: Pick<WithCookies<unknown>, 'cookies'>) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })

const token = (link: string | null | undefined) => link?.split('#')[1] ?? ''

describe.each(testDatabases)('signing in on $kind', ({ create }) => {
  let database: Database
  let people: People
  let setUp: string | null
  let administrator: Headers
  beforeAll(async () => {
    database = await create()
    const settings = { secret: 'x'.repeat(32), publicUrl: 'https://leads.example.com' }
    const auth = createPeopleAuth(createAuth(database.prisma, settings))
    people = createPeople(createPersonStore(database.prisma), auth, settings.publicUrl)
    setUp = await people.setUpLink()
    administrator = browser(await take(setUp, 'anna@example.com'))
  })
  afterAll(() => database.close())

  const take = async (link: string | null, email: string | null) => {
    const taken = await people.accept({ token: token(link), name: 'Somebody', email, password })
    return people.auth.signIn({ email: taken.email, password }, anonymous())
  }
  const invited = async (email: string, role: 'staff' | 'viewer' | 'administrator' = 'staff') => {
    const { link } = await people.invite({ email, role })
    return browser(await take(link, null))
  }
  const signIn = (email: string, given = password) =>
    people.auth.signIn({ email, password: given }, anonymous())
  const who = (headers: Headers) => people.auth.identify(headers)

  it('makes an administrator of whoever takes the first link, and signs them in', async () => {
    expect(await who(administrator)).toMatchObject({ kind: 'person', role: 'administrator' })
  })

  it('has no second first administrator: neither by the same link nor by a link of another start', async () => {
    await expect(take(setUp, 'eve@example.com')).rejects.toMatchObject({ code: 'not_found' })
    expect(await people.setUpLink()).toBeNull()
  })

  it('takes an invitation once, with the role and the address that the administrator chose', async () => {
    const { link } = await people.invite({ email: 'bo@example.com', role: 'viewer' })
    expect(await people.openInvitation(token(link))).toEqual({
      email: 'bo@example.com',
      role: 'viewer',
      name: null,
    })
    const bo = browser(await take(link, 'eve@example.com'))
    expect(await who(bo)).toMatchObject({ role: 'viewer' })
    await expect(take(link, null)).rejects.toMatchObject({ code: 'not_found' })
    await expect(signIn('eve@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('lets no withdrawn invitation in, nor one that another has taken the place of', async () => {
    const first = await people.invite({ email: 'cilla@example.com', role: 'staff' })
    const second = await people.invite({ email: 'cilla@example.com', role: 'viewer' })
    await expect(take(first.link, null)).rejects.toMatchObject({ code: 'not_found' })
    await people.withdraw(second.invitation.id)
    await expect(take(second.link, null)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('tells a wrong password and an address that nobody has apart by nothing', async () => {
    const refusal = (work: Promise<unknown>) =>
      work.catch((error: Error) => ({ ...error, message: error.message }))
    const wrongPassword = await refusal(signIn('anna@example.com', 'not the password'))
    expect(wrongPassword).toMatchObject({ code: 'wrong_credentials' })
    expect(await refusal(signIn('nobody@example.com'))).toEqual(wrongPassword)
  })

  it('signs a disabled person out at once, and in no more, with the same words as for a wrong password', async () => {
    const dan = await invited('dan@example.com')
    const identity = await who(dan)
    const id = identity?.kind === 'person' ? identity.id : ''
    await people.change(id, { disabled: true })
    expect(await who(dan)).toBeNull()
    await expect(signIn('dan@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
    await people.change(id, { disabled: false })
    expect(await who(browser(await signIn('dan@example.com')))).toMatchObject({ id })
  })

  it('has a changed role hold from the next request on', async () => {
    const eva = await invited('eva@example.com')
    const identity = await who(eva)
    await people.change(identity?.kind === 'person' ? identity.id : '', { role: 'viewer' })
    expect(await who(eva)).toMatchObject({ role: 'viewer' })
  })

  it('keeps the last administrator, because nobody could make another', async () => {
    const identity = await who(administrator)
    const id = identity?.kind === 'person' ? identity.id : ''
    const refused = { code: 'last_administrator' }
    await expect(people.change(id, { role: 'staff' })).rejects.toMatchObject(refused)
    await expect(people.change(id, { disabled: true })).rejects.toMatchObject(refused)
    expect(await who(administrator)).toMatchObject({ role: 'administrator' })
  })

  it('signs out everywhere, and by a changed password everywhere else', async () => {
    const first = await invited('frans@example.com')
    const second = browser(await signIn('frans@example.com'))
    await expect(
      people.auth.changePassword({ current: 'not the password', next: `${password}!` }, first),
    ).rejects.toMatchObject({ code: 'wrong_password' })
    const changed = browser(
      await people.auth.changePassword({ current: password, next: `${password}!` }, first),
    )
    expect(await who(second)).toBeNull()
    const identity = await who(changed)
    expect(identity).not.toBeNull()
    await people.signOutEverywhere(identity?.kind === 'person' ? identity.id : '')
    expect(await who(changed)).toBeNull()
  })

  it('ends the session of a browser that signs out', async () => {
    const greta = await invited('greta@example.com')
    await people.auth.signOut(greta)
    expect(await who(greta)).toBeNull()
  })

  it('calls a right password right, also where what it was given for is done already', async () => {
    const ulf = await invited('ulf@example.com')
    const { uri } = await people.auth.beginSecondFactor(password, ulf)
    const confirmed = browser(await people.auth.confirmSecondFactor(appCode(uri), ulf))
    const again = (given: string) => people.auth.beginSecondFactor(given, confirmed)
    await expect(again(password)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(again('not the password')).rejects.toMatchObject({ code: 'wrong_password' })
  })

  it('asks for a second factor once one is confirmed, and takes each backup code once', async () => {
    const hans = await invited('hans@example.com')
    const { uri, backupCodes } = await people.auth.beginSecondFactor(password, hans)
    expect((await signIn('hans@example.com')).value).toEqual({ next: 'done' })
    await expect(people.auth.confirmSecondFactor('000000', hans)).rejects.toMatchObject({
      code: 'wrong_code',
    })
    const app = appCode(uri)
    const confirmed = browser(await people.auth.confirmSecondFactor(app, hans))

    const halfWay = await signIn('hans@example.com')
    expect(halfWay.value).toEqual({ next: 'second-step' })
    expect(await who(browser(halfWay))).toBeNull()
    await expect(
      people.auth.secondStep({ code: '000000', kind: 'app' }, browser(halfWay)),
    ).rejects.toMatchObject({ code: 'wrong_code' })
    const done = await people.auth.secondStep({ code: nextAppCode(uri), kind: 'app' }, browser(halfWay))
    expect(await who(browser(done))).not.toBeNull()

    const [code = ''] = backupCodes
    const again = browser(await signIn('hans@example.com'))
    expect((await people.auth.secondStep({ code, kind: 'backup' }, again)).value).toEqual({ next: 'done' })
    const third = browser(await signIn('hans@example.com'))
    await expect(people.auth.secondStep({ code, kind: 'backup' }, third)).rejects.toMatchObject({
      code: 'wrong_code',
    })

    await people.auth.removeSecondFactor(password, confirmed)
    expect((await signIn('hans@example.com')).value).toEqual({ next: 'done' })
  })

  it('lets somebody who lost password and phone in by a new link, and whoever has them out', async () => {
    const karin = await invited('karin@example.com')
    const { uri } = await people.auth.beginSecondFactor(password, karin)
    const old = browser(await people.auth.confirmSecondFactor(appCode(uri), karin))
    const identity = await who(old)
    const { link } = await people.offerReset(identity?.kind === 'person' ? identity.id : '')
    expect(await people.openInvitation(token(link))).toMatchObject({ name: 'Somebody' })
    expect(await who(old)).not.toBeNull()
    const next = { token: token(link), name: 'Karin', email: null, password: 'another long one' }
    await people.accept(next)
    const renewed = await signIn('karin@example.com', next.password)
    expect(renewed.value).toEqual({ next: 'done' })
    expect(await who(browser(renewed))).toEqual(identity)
    expect(await who(old)).toBeNull()
    await expect(signIn('karin@example.com')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('lets nobody who is shut out choose a new password, nor by an old link once they are let in again', async () => {
    const identity = await who(await invited('rune@example.com'))
    const id = identity?.kind === 'person' ? identity.id : ''
    const before = await people.offerReset(id)
    await people.change(id, { disabled: true })
    const meanwhile = await people.offerReset(id)
    for (const { link } of [before, meanwhile]) {
      await expect(people.openInvitation(token(link))).rejects.toMatchObject({ code: 'not_found' })
      await expect(take(link, null)).rejects.toMatchObject({ code: 'not_found' })
    }
    await people.change(id, { disabled: false })
    await expect(take(before.link, null)).rejects.toMatchObject({ code: 'not_found' })
    expect(await who(browser(await take(meanwhile.link, null)))).toEqual(identity)
  })

  it('removes somebody who was shut out, and nobody else; nothing of them but their id is left', async () => {
    const sigge = await invited('sigge@example.com')
    const identity = await who(sigge)
    const id = identity?.kind === 'person' ? identity.id : ''
    await people.auth.beginSecondFactor(password, sigge)
    await expect(people.remove(id)).rejects.toMatchObject({ code: 'not_allowed' })
    await people.change(id, { disabled: true })
    await people.offerReset(id)
    await people.remove(id)
    expect(await findTraces(database, ['sigge@example.com'])).toEqual([])
    const where = { userId: id }
    const { personCredential, secondFactor, personSession } = database.prisma
    const left = [
      personCredential.count({ where }),
      secondFactor.count({ where }),
      personSession.count({ where }),
    ]
    expect(await Promise.all(left)).toEqual([0, 0, 0])
    await expect(people.remove(id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await who(await invited('sigge@example.com'))).not.toEqual(identity)
  })

  it('takes no code after five wrong ones: six digits would else be guessed', async () => {
    const ida = await invited('ida@example.com')
    const { uri } = await people.auth.beginSecondFactor(password, ida)
    await people.auth.confirmSecondFactor(appCode(uri), ida)
    const halfWay = browser(await signIn('ida@example.com'))
    for (let guess = 0; guess < 5; guess++)
      await people.auth.secondStep({ code: '000000', kind: 'app' }, halfWay).catch(() => {})
    const right = { code: nextAppCode(uri), kind: 'app' as const }
    await expect(people.auth.secondStep(right, halfWay)).rejects.toMatchObject({ code: 'wrong_code' })
  })

  it('takes a code of the app once, whatever for, and none from before it: somebody may have seen it', async () => {
    const mats = await invited('mats@example.com')
    const { uri } = await people.auth.beginSecondFactor(password, mats)
    const [first, second] = [appCode(uri), nextAppCode(uri)]
    await people.auth.confirmSecondFactor(first, mats)
    const give = async (code: string) =>
      people.auth.secondStep({ code, kind: 'app' }, browser(await signIn('mats@example.com')))
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
    const nils = await invited('nils@example.com')
    const { uri } = await people.auth.beginSecondFactor(password, nils)
    await people.auth.confirmSecondFactor(appCode(uri), nils)
    for (let round = 0; round < 5; round++) {
      await database.prisma.secondFactor.updateMany({ data: { lastStep: null } })
      const halves = [await signIn('nils@example.com'), await signIn('nils@example.com')]
      const given = { code: appCode(uri), kind: 'app' as const }
      const both = halves.map((half) => people.auth.secondStep(given, browser(half)))
      const outcomes = (await Promise.allSettled(both)).map(({ status }) => status)
      expect(outcomes.sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('tells whose code a sign-in waits for, and takes none of somebody who was shut out meanwhile', async () => {
    const lena = await invited('lena@example.com')
    const identity = await who(lena)
    const id = identity?.kind === 'person' ? identity.id : ''
    const { uri } = await people.auth.beginSecondFactor(password, lena)
    await people.auth.confirmSecondFactor(appCode(uri), lena)
    const halfWay = browser(await signIn('lena@example.com'))
    expect(await people.auth.codeOwner(halfWay)).toBe(id)
    expect(await people.auth.codeOwner(anonymous())).toBeNull()
    const forged = new Headers({ cookie: (halfWay.get('cookie') ?? '').replace(/two_factor=[^.]*/, '$&x') })
    expect(await people.auth.codeOwner(forged)).toBeNull()
    await people.change(id, { disabled: true })
    await expect(
      people.auth.secondStep({ code: nextAppCode(uri), kind: 'app' }, halfWay),
    ).rejects.toMatchObject({ code: 'wrong_code' })
  })

  it('keeps nothing in clear that would let somebody in', async () => {
    const { link } = await people.invite({ email: 'jan@example.com', role: 'staff' })
    const tables = ['invitation', 'person_credential', 'second_factor', 'sign_in_challenge']
    const rows = await Promise.all(
      tables.map((table) => database.pool.query(`SELECT t::text FROM ${table} t`)),
    )
    const kept = JSON.stringify(rows.map((result) => result.rows))
    expect(kept).not.toContain(token(link))
    expect(kept).not.toContain(password)
  })
})
