import { expect, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/test/support/sign-in/app-code'
import { closedPassword as password, startClosedService } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { giveCredentials, signInAs } from '../actions/sign-in'

const email = 'administrator@example.com'

test('whoever is asked to sign in gets to the page they asked for, and by no link to another site', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const service = await startClosedService()
  const context = await browser.newContext({ baseURL: service.address })
  await signInAs(context, service.address, service.administrator)
  const page = await context.newPage()
  const sent = await page.request.post('/api/lead', { data: leadBody() })
  const lead = `/leads/${(await sent.json()).id}`
  const signOut = () => page.getByRole('button', { name: 'Logga ut' }).click()

  await test.step('a lead, with the password', async () => {
    await context.clearCookies()
    await page.goto(lead)
    await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(lead)}`)
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL(lead)
  })

  await test.step('the filtered log, of a session that ended while it was open', async () => {
    await page.goto('/leads?status=failed')
    await context.clearCookies()
    await page.getByRole('link', { name: 'Kunder' }).click()
    await expect(page).toHaveURL('/sign-in?to=%2Fcustomers')
    await page.goto('/leads?status=failed')
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL('/leads?status=failed')
  })

  await test.step('the lead, with a second factor', async () => {
    const begun = await page.request.post('/api/staff/account/second-factor', { data: { password } })
    const { uri, backupCodes } = await begun.json()
    const confirmed = await page.request.post('/api/staff/account/second-factor/confirm', {
      data: { code: appCode(uri) },
    })
    expect(confirmed.status()).toBe(200)
    await context.clearCookies()
    await page.goto(lead)
    await giveCredentials(page, email, password)
    await page.getByLabel('Kod från appen').fill(nextAppCode(uri))
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page).toHaveURL(lead)
    const removed = await page.request.post('/api/staff/account/second-factor/remove', {
      data: { password, code: backupCodes[0], kind: 'backup' },
    })
    expect(removed.status()).toBe(200)
  })

  await test.step('the start page, where somebody signs out or the address is not ours', async () => {
    await page.goto('/customers')
    await signOut()
    await expect(page).toHaveURL('/sign-in')
    await page.goto(`/sign-in?to=${encodeURIComponent('/\\evil.example')}&to=//evil.example`)
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL('/leads')
    await page.goto('/sign-in?to=//evil.example')
    await expect(page).toHaveURL('/leads')
    await page.goto('/sign-in?to=/customers')
    await expect(page).toHaveURL('/customers')
  })

  await test.step('no page at all for a system: it is told that nobody knows it', async () => {
    await context.clearCookies()
    const answer = await page.request.get(`/api/staff${lead}`)
    expect(answer.status()).toBe(401)
    expect(await answer.json()).toMatchObject({ status: 'ERROR', code: 'unauthenticated' })
  })
  await context.close()
  expect(await service.stop()).toBe(true)
})
