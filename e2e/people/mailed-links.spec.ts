import { expect, test } from 'playwright/test'
import { openMailServer } from '@/test/support/mail/mail-server'
import { startClosedServer } from '../actions/closed-server'
import { begin, signIn } from '../actions/sign-in'
import { violationsOf } from '../actions/violations-of'

test('an invitation and a sign-in from a new device are mailed, and a link is there to copy when mail fails', {
  tag: '@all',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const mailServer = await openMailServer({ refuses: 'full@example.com' })
  const server = await startClosedServer({ SMTP_URL: mailServer.url, MAIL_FROM: 'leads@example.com' })
  const newPage = async () => (await browser.newContext({ baseURL: server.address })).newPage()
  try {
    const anna = await newPage()
    await begin(anna, server.setUpLink(), { name: 'Anna Administratör', email: 'anna@example.com' })
    const invite = async (email: string) => {
      await anna.goto('/settings/people')
      await anna.getByRole('button', { name: 'Bjud in' }).click()
      const dialog = anna.getByRole('dialog')
      await dialog.getByLabel('E-post').fill(email)
      await dialog.getByRole('button', { name: 'Bjud in' }).click()
      return dialog
    }

    const sent = await invite('lars@example.com')
    await expect(sent.getByText('Ett mejl med länken är skickat till lars@example.com')).toBeVisible()
    expect(await violationsOf(anna)).toEqual([])
    const [mail] = mailServer.mails
    const link = /http:\/\/\S+\/invitation#[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(mail?.to).toEqual(['lars@example.com'])
    const lars = await newPage()
    await begin(lars, link, { name: 'Lars Läsare' })
    await expect(lars.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()

    const failed = await invite('full@example.com')
    await expect(failed.getByText('Inget är förlorat')).toBeVisible()
    await expect(failed.getByText(/\/invitation#/)).toBeVisible()
    await failed.getByRole('button', { name: 'Klart' }).click()
    await expect(anna.getByRole('listitem').filter({ hasText: 'full@example.com' })).toContainText(
      'Inte mejlad',
    )
    expect(await violationsOf(anna)).toEqual([])

    const elsewhere = await newPage()
    await signIn(elsewhere, 'lars@example.com')
    await expect(elsewhere).toHaveURL(/\/leads$/)
    const told = () =>
      mailServer.mails.filter(({ to, text }) => `${to} ${text}`.includes('/settings/account'))
    await expect.poll(() => told().length, { timeout: 20_000 }).toBe(1)
    expect(told()[0]?.to).toEqual(['lars@example.com'])
  } finally {
    expect(await server.stop()).toBe(true)
    await mailServer.close()
  }
})
