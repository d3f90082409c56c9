import { expect, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/test/support/sign-in/app-code'
import { holdScripts } from '../actions/browser'
import { type ClosedService, closedPassword, startClosedService } from '../actions/closed-server'
import { tabOn, tabTo } from '../actions/keyboard'
import { chooseCustomer, fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'
import { begin, giveCredentials, signIn, signInAs } from '../actions/sign-in'

test.describe.configure({ mode: 'serial' })

const email = 'siv@example.com'
let service: ClosedService

test.beforeAll(async () => {
  test.setTimeout(300_000)
  service = await startClosedService()
})
test.afterAll(async () => {
  expect(await service.stop()).toBe(true)
})

test('somebody signs in with the keyboard alone, and what was typed before the script was there counts', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: service.address })
  const page = await context.newPage()
  const { keyboard } = page
  const letThrough = await holdScripts(page)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await expect(page.getByLabel('E-post')).toBeVisible()
  await tabTo(page, 'E-post')
  await keyboard.type('administrator@example.com')
  await tabOn(page, 'Lösenord')
  await keyboard.type(closedPassword)
  await keyboard.press('Enter')
  letThrough()
  await expect(async () => {
    await keyboard.press('Enter')
    await expect(page).toHaveURL(/\/leads$/, { timeout: 2_000 })
  }).toPass()
  await context.close()
})

test('a half-filled form waits for its writer to sign in again, and nobody else who uses the browser gets it', {
  tag: '@all',
}, async ({ browser }) => {
  const context = await browser.newContext({ baseURL: service.address })
  const page = await context.newPage()
  const lastName = uniqueName()
  const signOut = async () => {
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
  }
  await signInAs(context, service.address, await service.invite('staff', 'eva@example.com'))
  await openLeadForm(page)
  await page.getByLabel('Efternamn').fill(lastName)
  const kept = async () =>
    (await (await page.request.get('/api/staff/draft')).json()).draft?.values.person.last_name
  await expect.poll(kept).toBe(lastName)
  await signOut()

  await signInAs(context, service.address, await service.invite('staff'))
  await openLeadForm(page)
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  await signOut()

  await signIn(page, 'eva@example.com', closedPassword)
  await expect(page).toHaveURL(/\/leads$/)
  await openLeadForm(page)
  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)
  await context.close()
})

test('a lead whose writer was signed out meanwhile is sent once they have signed in over the form', {
  tag: '@all',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: service.address })
  const page = await context.newPage()
  const { link } = await service.order('/api/staff/invitations', { email, role: 'staff' })
  await begin(page, link, { name: 'Siv' })
  const send = page.getByRole('button', { name: 'Skicka lead' })
  const ended = page.getByRole('dialog', { name: 'Du är utloggad' })
  const delivered = page.getByRole('region', { name: 'Levererat till Vitec' })
  const first = uniqueName()

  await test.step('whoever does not sign in is told that nothing was sent, and what they typed stays', async () => {
    await service.order('/api/staff/customers', { vitecId: 'OTHER', name: 'Annan mäklare' })
    await openLeadForm(page)
    await fillLeadForm(page, first)
    await context.clearCookies()
    await chooseCustomer(page, 'Annan mäklare')
    await expect(
      page.getByText('Leadkällorna kunde inte hämtas'),
      'reading leaves no half-filled form',
    ).toBeVisible()
    await chooseCustomer(page, 'Testmäklarna')
    await send.click()
    await expect(ended).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alert').filter({ hasText: 'Leadet är inte skickat' })).toBeVisible()
    await expect(page.getByLabel('Efternamn')).toHaveValue(first)
  })

  await test.step('once they have, it goes by itself', async () => {
    await send.click()
    await expect(ended.getByLabel('E-post')).toBeFocused()
    await giveCredentials(ended, email)
    await expect(delivered).toBeVisible()
    expect(await receivedByVitec(page.request, first)).toHaveLength(1)
  })

  await test.step('nothing goes by itself in the name of another person, who gives a code too', async () => {
    const begun = await service.order('/api/staff/account/second-factor', { password: closedPassword })
    await service.order('/api/staff/account/second-factor/confirm', { code: appCode(begun.uri) })
    const second = uniqueName()
    await fillLeadForm(page, second)
    await context.clearCookies()
    await send.click()
    await giveCredentials(ended, 'administrator@example.com', closedPassword)
    await ended.getByLabel('Kod från appen').fill(nextAppCode(begun.uri))
    await ended.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page.getByText('Du är nu inloggad som någon annan')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Example' })).toBeVisible()
    expect(await receivedByVitec(page.request, second)).toEqual([])
    await expect(page.getByLabel('Efternamn')).toHaveValue(second)
    await send.click()
    await expect(delivered).toContainText(second)
    expect(await receivedByVitec(page.request, second)).toHaveLength(1)
  })
  await context.close()
})
