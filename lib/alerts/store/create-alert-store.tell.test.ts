import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Channel } from '@/lib/alerts/alert-store'
import { createEmailChannel, createWebhookChannel } from '@/lib/alerts/channels/create-channels'
import { createAlerts } from '@/lib/alerts/watch-alerts'
import type { Database } from '@/lib/db/open-database'
import { log } from '@/lib/log'
import { createSendBySmtp } from '@/lib/mail/smtp/send-by-smtp'
import { createAlertWorld } from '@/test/support/alerts/alert-world'
import { newWebhookSecret, startReceiver } from '@/test/support/alerts/receiver'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { freePort } from '@/test/support/free-port.mjs'
import { startMailServer } from '@/test/support/mail/start-mail-server'

const publicUrl = 'https://leads.example.com'
const secret = newWebhookSecret()
const limits = { waitingMinutes: 30, retentionMonths: 24, hasBackups: false }

const silent = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error'), vi.spyOn(log, 'info')]
for (const spy of silent) spy.mockReturnValue(undefined)
afterAll(() => {
  for (const spy of silent) spy.mockRestore()
})

describe.each(testDatabases)('news of an alert on $kind', ({ create }) => {
  let database: Database
  let world: ReturnType<typeof createAlertWorld>
  beforeAll(async () => {
    database = await create()
    world = createAlertWorld(database)
  })
  afterAll(async () => {
    await database.close()
  })
  beforeEach(() => world.clear())

  let ms = 0
  const instance = (channels: Channel[]) =>
    createAlerts({
      ...{ store: world.store, limits, channels, random: () => 0.5 },
      shown: { webhook: null, email: null },
      lookHere: async () => [],
      nowMs: () => ms,
    })
  const webhook = (url: string, secrets = [secret], timeoutMs = 500) =>
    createWebhookChannel({ url, secrets, publicUrl, timeoutMs })
  /** Instances that look, and then tell what is due, at a time. */
  const pass = async (minutes: number, ...alerts: ReturnType<typeof instance>[]) => {
    await world.setClock(minutes)
    ms += 20_000
    for (const { watch } of alerts) await watch()
    await Promise.all(alerts.map(({ tell }) => tell()))
  }
  const noticeOf = async (index = 0) => {
    const { open, recent } = await world.store.list()
    return [...open, ...recent][0]?.notices[index]
  }
  it('is told by one of all instances, signed so that the receiver can verify it, and so is the end', async () => {
    const receiver = await startReceiver(secret)
    const both = [instance([webhook(receiver.url)]), instance([webhook(receiver.url)])]
    await world.setClock(0)
    await world.pause('M10')
    await pass(0, ...both)
    await pass(1, ...both)
    expect(receiver.taken.map(({ message }) => message)).toEqual([
      {
        type: 'alert.raised',
        timestamp: world.at(0).toISOString(),
        data: {
          ...{ id: expect.any(String), kind: 'customer_paused', customer_id: 'M10' },
          ...{ since: world.at(0).toISOString(), ended: null },
          figures: { reason: 'credentials', leads: 0 },
          link: expect.stringMatching(/^https:\/\/leads\.example\.com\/customers\/[0-9a-f-]{36}$/),
        },
      },
    ])
    await world.resume('M10')
    await pass(3, ...both)
    expect(receiver.taken).toHaveLength(2)
    expect(receiver.taken[1]?.message).toMatchObject({
      type: 'alert.recovered',
      data: { ended: world.at(3).toISOString() },
    })
    expect(receiver.state.asked).toBe(2)
  })

  it('is signed with each secret while one takes the place of another', async () => {
    const [older, newer] = [newWebhookSecret(), newWebhookSecret()]
    for (const known of [older, newer]) {
      const receiver = await startReceiver(known)
      await world.clear()
      await world.hold()
      await pass(0, instance([webhook(receiver.url, [newer, older])]))
      expect(receiver.taken).toHaveLength(1)
    }
  })

  it('is tried again under the same id, ever later, and is given up and says so when that was in vain for most of a day', async () => {
    const receiver = await startReceiver(secret)
    receiver.state.answer = 500
    const alerts = instance([webhook(receiver.url)])
    await world.setClock(0)
    await world.hold()
    let minute = 0
    for (const wait of [0, 10 / 60, 1, 5, 30, 120, 360, 720]) {
      if (wait > 0) await pass(minute + wait - 0.02, alerts)
      const before = receiver.state.asked
      minute += wait
      await pass(minute, alerts)
      expect(receiver.state.asked).toBe(before + 1)
    }
    expect(await noticeOf()).toMatchObject({ state: 'given_up', nextAt: null })
    expect((await noticeOf())?.tries.map(({ code }) => code)).toEqual(Array(8).fill('500'))
    await pass(minute + 3_000, alerts)
    expect([receiver.state.asked, receiver.state.ids.size]).toEqual([8, 1])
  })

  it('is told once where it is over before the receiver could be reached: that it was, from when to when', async () => {
    const receiver = await startReceiver(secret)
    receiver.state.answer = 503
    const alerts = instance([webhook(receiver.url)])
    await world.setClock(0)
    await world.hold()
    await pass(0, alerts)
    await database.pool.query('DELETE FROM sending_hold')
    await pass(2, alerts)
    receiver.state.answer = 204
    await pass(20, alerts)
    await pass(60, alerts)
    expect(receiver.taken.map(({ message }) => message.type)).toEqual(['alert.recovered'])
    expect(await world.notices()).toEqual(['raised dropped', 'recovered told'])
  })

  it('does not follow a redirect, and reads nothing of an answer without an end', async () => {
    const receiver = await startReceiver(secret)
    receiver.state.answer = 302
    const alerts = instance([webhook(receiver.url)])
    await world.hold()
    await pass(0, alerts)
    expect((await noticeOf())?.tries).toMatchObject([{ code: '302' }])
    expect(receiver.state.asked).toBe(1)
    receiver.state.answer = (response) => {
      const drip = setInterval(() => response.write('x'.repeat(10_000)), 5)
      response.on('close', () => clearInterval(drip))
      response.writeHead(200)
    }
    await pass(1, alerts)
    expect(await noticeOf()).toMatchObject({ state: 'told' })
  })

  it('comes by mail although the webhook hangs, and the webhook is tried again', async () => {
    const receiver = await startReceiver(secret)
    receiver.state.answer = 'hang'
    const mailServer = await startMailServer()
    const send = createSendBySmtp({ url: mailServer.url, from: 'leads@example.com' })
    const email = createEmailChannel({ to: ['ops@example.com', 'night@example.com'], publicUrl, send })
    const hung = webhook(receiver.url, [secret], 60_000)
    const alerts = instance([hung, email])
    await world.setClock(0)
    await world.pause('M10')
    await world.pause('Gunhild Wrangelbock', { isListed: false })
    await alerts.run()
    await expect.poll(() => mailServer.mails.length, { timeout: 10_000 }).toBe(1)
    const [mail] = mailServer.mails
    expect(mail?.to).toEqual(['ops@example.com', 'night@example.com'])
    expect(mail?.headers).toMatch(/^Subject: .*2_larm_fr=C3=A5n_Lead_API/im)
    expect(mail?.text).toContain('Larm: Kund pausad (M10)')
    expect(mail?.text).toContain('Alert: Customer paused (M10)')
    expect(mail?.text).not.toContain('Gunhild')
    await expect.poll(() => receiver.state.asked).toBe(1)
    // Its lease is over: another instance takes it.
    receiver.state.answer = 204
    const other = instance([webhook(receiver.url)])
    await pass(2, other)
    expect(receiver.taken).toHaveLength(2)
  })

  it('is a code where there is no receiver', async () => {
    const alerts = instance([webhook(`http://127.0.0.1:${await freePort()}`)])
    await world.hold()
    await pass(0, alerts)
    expect((await noticeOf())?.tries).toMatchObject([{ code: 'ECONNREFUSED' }])
    const hanging = await startReceiver(secret)
    hanging.state.answer = 'hang'
    await pass(1, instance([webhook(hanging.url, [secret], 100)]))
    expect((await noticeOf())?.tries[1]).toMatchObject({ code: 'TIMEOUT' })
  })

  it('may be a test, which is told on every channel, recorded, and no alert', async () => {
    const receiver = await startReceiver(secret)
    const alerts = instance([webhook(receiver.url)])
    await world.setClock(0)
    await alerts.test(someone)
    await expect.poll(() => receiver.taken.length).toBe(1)
    expect(receiver.taken[0]?.message).toMatchObject({ type: 'alert.test', data: { kind: 'test' } })
    const { open, recent } = await world.store.list()
    expect([open, recent.map(({ kind }) => kind)]).toEqual([[], ['test']])
    expect(await database.prisma.auditEvent.count({ where: { verb: 'alert.test' } })).toBe(1)
    await expect(instance([]).test(someone)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('is looked for at once when something happened to a lead, and else now and then', async () => {
    let ms = 0
    const looks = vi.spyOn(world.store, 'look')
    onTestFinished(() => looks.mockRestore())
    const { watch } = createAlerts({
      ...{ store: world.store, limits, channels: [], nowMs: () => ms },
      shown: { webhook: null, email: null },
      lookHere: async () => [],
    })
    await watch()
    await watch()
    expect(looks).toHaveBeenCalledTimes(1)
    await database.pool.query(`INSERT INTO lead_event (lead_id, kind) VALUES (gen_random_uuid(), 'unknown')`)
    await watch()
    expect(looks).toHaveBeenCalledTimes(2)
    ms = 15_000
    await watch()
    expect(looks).toHaveBeenCalledTimes(3)
  })
})
