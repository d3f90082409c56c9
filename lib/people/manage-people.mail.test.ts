import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { log } from '@/lib/log'
import { createDeviceNotices } from '@/lib/mail/device-notices'
import { createSendBySmtp } from '@/lib/mail/smtp/send-by-smtp'
import { createDeviceNoticeStore } from '@/lib/mail/store/create-device-notice-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { startMailServer } from '@/test/support/mail/start-mail-server'
import { anonymous, browser, createPeopleWorld, token } from '@/test/support/people/people-world'
import { findTraces } from '@/test/support/privacy/traces'

const publicUrl = 'https://leads.example.com'
const told = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')]
for (const spy of told) spy.mockReturnValue(undefined)
afterAll(() => {
  for (const spy of told) spy.mockRestore()
})

describe.each(testDatabases)('mail to people, on $kind', ({ create }) => {
  let database: Database
  let world: Awaited<ReturnType<typeof createPeopleWorld>>
  /** Where mail goes just now: each test has a mail server of its own. */
  let url = 'smtp://127.0.0.1:1'
  const send: ReturnType<typeof createSendBySmtp> = (...mail) =>
    createSendBySmtp({ url, from: 'leads@example.com', timeoutMs: 2_000 })(...mail)
  let notices: ReturnType<typeof createDeviceNotices>
  beforeAll(async () => {
    database = await create()
    notices = createDeviceNotices({ store: createDeviceNoticeStore(database.prisma), send, publicUrl })
    world = await createPeopleWorld(database, { send, deviceNotices: notices })
  })
  afterAll(() => database.close())

  const kept = async () => (await database.pool.query('SELECT tries FROM device_notice')).rows
  const due = () =>
    database.pool.query('UPDATE device_notice SET next_at = clock_timestamp(), leased_until = NULL')

  it('holds the link of an invitation, with its token behind the #; the database has neither', async () => {
    const server = await startMailServer()
    url = server.url
    const invited = await world.people.invite({ email: 'bo@example.com', role: 'viewer' }, someone)
    expect(invited).toMatchObject({ mail: 'sent', invitation: { mailedAt: expect.any(String) } })
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.to).toEqual(['bo@example.com'])
    expect(server.mails[0]?.text, 'nothing is loaded from elsewhere').not.toMatch(/src=|<link|<img|url\(/)
    expect(server.mails[0]?.text).toContain(`${publicUrl}/invitation#${token(invited.link)}`)
    expect(await findTraces(database, [token(invited.link)])).toEqual([])
    const bo = browser(await world.take(invited.link, null))
    const reset = await world.people.offerReset(await world.idOf(bo), someone)
    expect(reset.mail).toBe('sent')
    expect(server.mails[1]?.text).toContain(token(reset.link))
    expect(server.mails[1]?.headers).toMatch(/^Subject: .*Ny/im)
  })

  it.each([
    ['is away', async () => 'smtp://127.0.0.1:1'],
    ['hangs once it has the mail', async () => (await startMailServer({ hangs: true })).url],
    ['refuses the password', async () => (await startMailServer()).url.replace(/:[^:@]+@/, ':no@')],
    ['refuses the mailbox', async () => (await startMailServer({ refuses: 'eva@example.com' })).url],
  ])(
    'loses no link where the server %s: it is handed over, and the list says that it was not mailed',
    async (_, of) => {
      url = await of()
      const invited = await world.people.invite({ email: 'eva@example.com', role: 'staff' }, someone)
      expect(invited).toMatchObject({ mail: 'failed', invitation: { mailedAt: null } })
      const { invitations, sendsMail } = await world.people.list()
      const hers = invitations.filter(({ email }) => email === 'eva@example.com')
      expect([sendsMail, hers.map(({ mailedAt }) => mailedAt)]).toEqual([true, [null]])
      expect(await world.people.openInvitation(token(invited.link))).toMatchObject({
        email: 'eva@example.com',
      })
      expect(JSON.stringify(told.map(({ mock }) => mock.calls))).not.toMatch(/eva@|127\.0\.0\.1|invitation#/)
    },
  )

  it('tells a person of a browser that signs in for the first time, and of no other', async () => {
    const server = await startMailServer()
    url = 'smtp://127.0.0.1:1'
    const id = await world.idOf(await world.invited('vera@example.com'))
    // Of several at once, too, they are told once.
    await Promise.all(Array.from({ length: 8 }, () => notices.note(id)))
    await world.people.tellOfDevice(anonymous(), id)
    const known = browser({ cookies: await world.people.rememberDevice(anonymous(), id) })
    await world.people.tellOfDevice(known, id)
    expect(await kept()).toEqual([{ tries: 0 }])
    await notices.run()
    expect(await kept(), 'it is tried again').toEqual([{ tries: 1 }])
    url = server.url
    await notices.run()
    expect(server.mails, 'but not at once').toEqual([])
    await due()
    await Promise.all([notices.run(), notices.run()])
    expect(server.mails.map(({ to }) => to)).toEqual([['vera@example.com']])
    expect(server.mails[0]?.text).toContain(`${publicUrl}/settings/account`)
    expect(await kept()).toEqual([])
  })

  it('writes to nobody who was shut out or removed meanwhile', async () => {
    const server = await startMailServer()
    url = server.url
    const id = await world.idOf(await world.invited('rune@example.com'))
    await world.people.tellOfDevice(anonymous(), id)
    await world.people.change(id, { disabled: true }, someone)
    await notices.run()
    await world.people.remove(id, someone)
    await notices.run()
    expect(
      server.mails.filter(({ to }) => to.includes('rune@example.com')),
      'the invitation',
    ).toHaveLength(1)
    expect(await kept()).toEqual([])
  })

  it('lets a sign-in be, where it cannot even be kept that a device is new', async () => {
    await database.pool.query('ALTER TABLE device_notice RENAME TO elsewhere')
    await world.people.tellOfDevice(anonymous(), await world.idOf(world.administrator))
    await database.pool.query('ALTER TABLE elsewhere RENAME TO device_notice')
    await notices.note(randomUUID())
    expect(await kept()).toEqual([])
  })
})
