import { expect, type Page, test } from 'playwright/test'
import { type ClosedService, startClosedService } from '../actions/closed-server'
import { sendLead } from '../actions/leads'
import { signInAs } from '../actions/sign-in'
import { withOwnPostgres } from '../actions/surroundings'

/** What a browser puts where it keeps copies. */
async function copied(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Kopiera allt' }).click()
  await expect(page.getByText('Allt är kopierat.')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('an administrator reads which mode it is, how Vitec answers and what ran by itself, and can send it on', async ({
  page,
  request,
}) => {
  const { id } = await sendLead(request)
  await page.goto('/settings/system')
  await expect(panel(page, 'Tjänsten')).toContainText('Sandlåda')
  await expect(panel(page, 'Databasen').getByText('Ledigt på disken')).toBeVisible()
  await expect(panel(page, 'Vitec i dag')).toContainText(/Anrop\D*[1-9]/)
  await expect(panel(page, 'Säkerhetskopior')).toBeVisible()
  await expect(panel(page, 'Larm').getByRole('link')).toHaveAttribute('href', '/settings/alerts')
  // The first sweeps come some seconds after a start; the page looks again by itself.
  const sweep = page.getByRole('row', { name: /make-searchable/ })
  await expect(sweep).toContainText('Fungerar', { timeout: 60_000 })

  const text = await copied(page)
  expect(text).toContain('mode: sandbox')
  expect(text).toMatch(/^facts\.runs\.make-searchable\.state: well$/m)
  expect(text).not.toContain(id)
})

test.describe('where people sign in', () => {
  const secret = 'Kq4vX0bW7tLr9sZc2mYh5nDe8jPa3fUg'
  const account = { VITEC_USERNAME: 'partner-7Hq2', VITEC_PASSWORD: 'word-of-the-stand-in-9Zk4' }
  let service: ClosedService
  test.beforeAll(async () => {
    test.setTimeout(300_000)
    service = await startClosedService({ AUTH_SECRET: secret, ...account })
  })
  test.afterAll(async () => {
    expect(await service.stop()).toBe(true)
  })

  test('no secret is on the page, in its source or in what is copied', async ({ page, context }) => {
    await signInAs(context, service.address, service.administrator)
    await page.goto(`${service.address}/settings/system`)
    const settings = panel(page, 'Inställningar')
    await expect(settings.getByText('AUTH_SECRET')).toBeVisible()
    await expect(settings.getByText('satt', { exact: true })).toHaveCount(3)
    const answer = await page.request.get(`${service.address}/api/staff/system`)
    const everywhere = [await page.content(), await copied(page), await answer.text()].join('\n')
    for (const word of [secret, ...Object.values(account), 'administrator@example.com'])
      expect(everywhere).not.toContain(word)
  })

  test('neither staff nor viewers get in, or are shown the way', async ({ browser }) => {
    for (const role of ['staff', 'viewer'] as const) {
      const context = await browser.newContext({ locale: 'sv-SE' })
      await signInAs(context, service.address, await service.invite(role))
      const page = await context.newPage()
      await page.goto(`${service.address}/settings/account`)
      await expect(page.getByRole('navigation', { name: 'Inställningar' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'System' })).toHaveCount(0)
      await page.goto(`${service.address}/settings/system`)
      await expect(page.getByRole('heading', { name: 'Du har inte behörighet' })).toBeVisible()
      const answer = await page.request.get(`${service.address}/api/staff/system`)
      expect(answer.status()).toBe(403)
      await context.close()
    }
  })
})

test('while the database is away the page says so, keeps what the service knows of itself, and recovers', {
  tag: '@all',
}, async ({ page, playwright }) => {
  await withOwnPostgres(playwright, {}, async ({ postgres, address }) => {
    await page.goto(`${address}/settings/system`)
    await expect(panel(page, 'Vitec i dag')).toBeVisible()
    await expect(page.getByRole('row', { name: /vacuum/ })).toContainText('Sköts av PostgreSQL')
    await postgres.crash()
    // First the page that is open, which looks again by itself; then one that is opened now.
    await expect(page.getByText('Databasen svarar inte')).toBeVisible({ timeout: 40_000 })
    await page.reload()
    await expect(page.getByText('Databasen svarar inte')).toBeVisible()
    await expect(panel(page, 'Tjänsten')).toContainText('Sandlåda')
    await expect(panel(page, 'Inställningar')).toContainText('DATABASE_URL')
    await postgres.resume()
    await expect(async () => {
      await page.reload()
      await expect(panel(page, 'Vitec i dag')).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(page.getByText('Databasen svarar inte')).toBeHidden()
  })
})
