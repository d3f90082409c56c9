import { type APIResponse, expect, type Page, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/lib/auth/testing/app-code'
import { sharedClosedServer } from '../actions/closed-server'
import { begin, password, signIn } from '../actions/sign-in'

const email = 'anna@example.com'

const server = sharedClosedServer()

async function narrow(page: Page, verb: string) {
  await page.goto('/settings/audit')
  await page.getByRole('button', { name: /Händelse/ }).click()
  await page.getByRole('option', { name: verb, exact: true }).click()
  await page.getByRole('button', { name: 'Sök' }).click()
}

/** An answer without what is its own: the request's id. */
async function told(answer: APIResponse) {
  const { request_id: _, ...body } = await answer.json()
  return { status: answer.status(), body, cookies: answer.headers()['set-cookie'] }
}

test('refused sign-ins are in the audit log by account and by nothing that was typed, and are all answered alike', {
  tag: '@all',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  await begin(page, server.setUpLink(), { name: 'Anna', email })
  const { request } = page
  const { people } = await (await request.get('/api/staff/people')).json()
  const begun = await request.post('/api/staff/account/second-factor', { data: { password } })
  const { uri } = await begun.json()
  await request.post('/api/staff/account/second-factor/confirm', { data: { code: appCode(uri) } })
  await context.clearCookies()

  await test.step('a wrong password, and an address that nobody has, get the same answer', async () => {
    const guess = (who: string) =>
      request.post('/api/auth/sign-in', { data: { email: who, password: 'a guess' } })
    const refused = await told(await guess(email))
    expect(refused.status).toBe(401)
    const unknown = await guess('somebody.else@example.com')
    expect(await told(unknown)).toEqual(refused)
    expect(unknown.headers().ratelimit, 'it says how many tries are left').toMatch(
      /"password-account-address";r=9;/,
    )
  })

  await test.step('a wrong code, and then the right one', async () => {
    await signIn(page, email)
    await page.getByLabel('Kod från appen').fill('000000')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page.getByText('Koden är fel, använd eller för gammal')).toBeVisible()
    await page.getByLabel('Kod från appen').fill(nextAppCode(uri))
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page).toHaveURL(/\/leads$/)
  })

  await test.step('she finds both in the log, with her account, and the other with none', async () => {
    await narrow(page, 'Nekade en inloggning')
    const rows = page.getByRole('row').filter({ hasText: 'Nekade en inloggning' })
    await expect(rows).toHaveCount(2)
    await expect(rows.filter({ hasText: `person:${people[0].id}` })).toHaveCount(1)
    await expect(rows.filter({ hasText: 'person:unknown' })).toHaveCount(1)
    await expect(rows.filter({ hasText: 'Systemet' })).toHaveCount(2)
    await expect(rows.filter({ hasText: '127.0.0.1' })).toHaveCount(2)
    await expect(page.getByText('somebody.else')).toHaveCount(0)
    await narrow(page, 'Nekade en kod för tvåstegsinloggning')
    const codes = page.getByRole('row').filter({ hasText: 'Nekade en kod för tvåstegsinloggning' })
    await expect(codes).toHaveCount(1)
    await expect(codes).toContainText(`person:${people[0].id}`)
  })

  await test.step('a wrong password of one who has signed in is there too, whatever it was asked for', async () => {
    const guesses = [
      ['password', { current: 'a guess', next: password }],
      ['second-factor', { password: 'a guess' }],
      ['second-factor/remove', { password: 'a guess', code: '000000', kind: 'app' }],
    ] as const
    for (const [path, data] of guesses) {
      const answer = await request.post(`/api/staff/account/${path}`, { data })
      expect((await answer.json()).code, path).toBe('wrong_password')
    }
    await narrow(page, 'Nekade ett lösenord på kontosidan')
    const passwords = page.getByRole('row').filter({ hasText: 'Nekade ett lösenord på kontosidan' })
    await expect(passwords).toHaveCount(3)
    await expect(passwords.filter({ hasText: `person:${people[0].id}` })).toHaveCount(3)
  })

  await test.step('so is a wrong code with which the second factor was to be taken away', async () => {
    const data = { password, code: '000000', kind: 'app' }
    const answer = await request.post('/api/staff/account/second-factor/remove', { data })
    expect((await answer.json()).code).toBe('wrong_code')
    await narrow(page, 'Nekade en kod för tvåstegsinloggning')
    const codes = page.getByRole('row').filter({ hasText: 'Nekade en kod för tvåstegsinloggning' })
    await expect(codes).toHaveCount(2)
  })
  await context.close()
})
