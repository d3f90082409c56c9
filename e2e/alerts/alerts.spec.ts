import { expect, request as newRequest, test } from 'playwright/test'
import { Webhook } from 'standardwebhooks'
import { startServer } from '@/test/e2e/start-server.mjs'
import { openMailServer } from '@/test/support/mail/mail-server'
import { sendLead } from '../actions/leads'
import { startReceiver } from '../actions/receiver'
import { violationsOf } from '../actions/violations-of'

const secret = `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`

test('a paused customer is an alert on the page, in a signed webhook and in a mail, and a test shows that both arrive', {
  tag: '@all',
}, async ({ page }) => {
  test.setTimeout(240_000)
  const receiver = await startReceiver()
  /** What its library says is signed by us. */
  const messages = () => receiver.taken.map(({ body, headers }) => new Webhook(secret).verify(body, headers))
  const mailServer = await openMailServer()
  const server = await startServer({
    waits: { firstSweep: 500 },
    settings: {
      ALERT_WEBHOOK_URL: `${receiver.url}alerts?room=1`,
      ALERT_WEBHOOK_SECRET: secret,
      ALERT_EMAIL_TO: 'ops@example.com',
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'leads@example.com',
      ALERT_DISK_FREE_PERCENT: '0',
    },
  })
  const caller = await newRequest.newContext({ baseURL: server.address })
  try {
    await page.goto(`${server.address}/settings/alerts`)
    await expect(page.getByText('Inga larm')).toBeVisible()
    await expect(page.getByText(receiver.host)).toBeVisible()
    expect(await page.content()).not.toContain('whsec_')
    expect(await page.content()).not.toContain('room=1')

    await page.getByRole('button', { name: 'Skicka ett test' }).click()
    const recent = page.getByRole('region', { name: 'Senaste' })
    await expect(recent.getByText('Skickat', { exact: true })).toHaveCount(2)
    expect(messages()).toMatchObject([{ type: 'alert.test', data: { kind: 'test' } }])
    expect(mailServer.mails.map(({ to }) => to)).toEqual([['ops@example.com']])

    const customer = { customer_id: 'SANDBOX-401' }
    await sendLead(caller, { customer })
    await expect.poll(() => receiver.taken.length, { timeout: 20_000 }).toBe(2)
    expect(messages()[1]).toMatchObject({
      type: 'alert.raised',
      data: {
        kind: 'customer_paused',
        link: expect.stringMatching(new RegExp(`^${server.address}/customers/[0-9a-f-]{36}$`)),
      },
    })
    await page.reload()
    const open = page.getByRole('region', { name: 'Pågående' })
    await expect(open.getByRole('heading', { name: 'Kund pausad' })).toBeVisible()
    await expect(open.getByText('Skickat', { exact: true })).toHaveCount(2)
    expect(await violationsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
    await open.getByRole('link', { name: 'Visa: Kund pausad' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'SANDBOX-401' })).toBeVisible()
    await expect.poll(() => mailServer.mails.length).toBe(2)
    expect(mailServer.mails[1]?.text).toContain(`${server.address}/customers/`)
  } finally {
    await caller.dispose()
    expect(await server.stop()).toBe(true)
    await mailServer.close()
    receiver.stop()
  }
})
