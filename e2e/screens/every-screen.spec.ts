import { randomBytes } from 'node:crypto'
import { type BrowserContext, expect, test } from 'playwright/test'
import { type ClosedService, startClosedService } from '../actions/closed-server'
import { giveCredentials, signInAs } from '../actions/sign-in'
import { faultsOf } from './faults-of'
import { formScreens } from './form-screens'
import { type Filled, fill, logScreens, otherScreens, type Screen } from './screens'

// One service for all of them, so one worker; what is empty is looked at first.
test.describe.configure({ mode: 'default' })
test.describe('in a state that is not a page’s first', { tag: '@all' }, () => {
  let service: ClosedService
  let context: BrowserContext
  let there: Filled | undefined
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    service = await startClosedService({ SECRETS_KEYS: `2026-1:${randomBytes(32).toString('base64')}` })
    context = await browser.newContext({ baseURL: service.address, locale: 'sv-SE' })
    await signInAs(context, service.address, service.administrator)
  })
  test.afterAll(async () => {
    await context.close()
    expect(await service.stop()).toBe(true)
  })

  test('everybody can use what is empty yet', async () => {
    const page = await context.newPage()
    for (const [path, words] of [
      ['/leads', 'Inga leads än'],
      ['/leads/to-do', 'Inget att göra'],
      ['/settings/api-keys', 'Inga nycklar än'],
      ['/settings/alerts', 'Inga larm'],
    ] as const)
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.getByText(words).first()).toBeVisible()
        expect(await faultsOf(page), path).toEqual([])
      })
  })

  async function look({ name, path, open }: Screen) {
    await test.step(name, async () => {
      // A tab of its own: what is typed in one stays in it.
      const page = await context.newPage()
      there ??= await fill(page)
      await page.goto(typeof path === 'string' ? path : path(there))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await open?.(page, there)
      expect.soft(await faultsOf(page), name).toEqual([])
      await page.close()
    })
  }

  for (const [words, screens] of [
    ['the log and the records', logScreens],
    ['the form', formScreens],
    ['customers and settings', otherScreens],
  ] as const)
    test(`everybody can use ${words}, whatever is open, found or wrong`, async () => {
      test.setTimeout(600_000)
      for (const screen of screens) await look(screen)
    })

  test('everybody can sign in, also who mistyped, or has a link that is used up', async ({ browser }) => {
    const stranger = await (await browser.newContext({ baseURL: service.address })).newPage()
    await stranger.goto('/sign-in')
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await faultsOf(stranger)).toEqual([])
    await giveCredentials(stranger, 'nobody@example.com', 'a guess')
    await expect(stranger.getByText('Fel e-postadress eller lösenord.')).toBeVisible()
    expect(await faultsOf(stranger)).toEqual([])
    await stranger.goto('/invitation#gone')
    await expect(stranger.getByText('Länken gäller inte')).toBeVisible()
    expect(await faultsOf(stranger)).toEqual([])
    await stranger.context().close()
  })
})
