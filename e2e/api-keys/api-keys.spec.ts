import { expect, type Locator, type Page, test } from 'playwright/test'
import { uniqueName } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

/** Makes a key of its own on the page; resolves to its panel and the secret that was shown. */
async function makeKey(
  page: Page,
  mode: 'Skarpa leads' | 'Test' = 'Skarpa leads',
): Promise<{ name: string; panel: Locator; secret: string }> {
  const name = uniqueName()
  await page.goto('/settings/api-keys')
  await page.getByRole('button', { name: 'Ny nyckel' }).click()
  await page.getByLabel('Namn').fill(name)
  await page.getByRole('dialog').getByText(mode, { exact: true }).click()
  await page.getByRole('dialog').getByText('Testmäklarna').click()
  await page.getByLabel('Gräns').fill('120')
  // As some people press every button: there would be two of that name.
  await page.getByRole('button', { name: 'Skapa' }).dblclick()
  const secret = await toldSecret(page)
  return { name, panel: page.getByRole('region', { name }), secret }
}

async function toldSecret(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Nyckeln visas bara nu')
  const secret = (await dialog.getByRole('group', { name: 'Nyckeln', exact: true }).textContent()) ?? ''
  expect(secret).toMatch(/^lead_(live|test)_[0-9a-f]{64}$/)
  await page.keyboard.press('Escape')
  await expect(dialog, 'a stray Escape does not lose the secret').toBeVisible()
  await dialog.getByRole('button', { name: 'Klar' }).click()
  await expect(dialog).toBeHidden()
  return secret
}

test('a key is made for chosen customers, and its secret is shown once and never again', async ({ page }) => {
  const { panel, secret } = await makeKey(page)
  await expect(panel).toContainText('Testmäklarna')
  await expect(panel).toContainText('120 anrop per minut')
  await expect(panel).toContainText(`…${secret.slice(-4)}`)
  await page.reload()
  await expect(panel).toBeVisible()
  expect(await page.content()).not.toContain(secret)
})

test('a test key says that it is one, on its panel and in its secret, and stays that', async ({ page }) => {
  const { panel, secret } = await makeKey(page, 'Test')
  expect(secret).toMatch(/^lead_test_/)
  await expect(panel.getByText('TEST', { exact: true })).toBeVisible()
  await panel.getByRole('button', { name: /^Ändra/ }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Skarpa leads' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: /^Byt ut/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Byt ut', exact: true }).click()
  expect(await toldSecret(page)).toMatch(/^lead_test_/)
  const live = await makeKey(page)
  expect(live.secret).toMatch(/^lead_live_/)
  await expect(live.panel.getByText('TEST', { exact: true })).toHaveCount(0)
})

test('a key without a name or a customer is not made, and each field says what it lacks', async ({
  page,
}) => {
  await page.goto('/settings/api-keys')
  await page.getByRole('button', { name: 'Ny nyckel' }).click()
  await page.getByLabel('Gräns').fill('0')
  await page.getByRole('button', { name: 'Skapa' }).click()
  await expect(page.getByLabel('Namn')).toHaveAccessibleDescription('Fyll i fältet.')
  await expect(page.getByLabel('Gräns')).toHaveAccessibleDescription('Minst 1.')
  await expect(
    page.getByRole('group', { name: 'Kunder som nyckeln får använda' }),
  ).toHaveAccessibleDescription('Välj minst en kund.')
})

test('a key is replaced, and says until when the old one works', async ({ page }) => {
  const { panel, secret: old } = await makeKey(page)
  await panel.getByRole('button', { name: /^Byt ut/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Byt ut', exact: true }).click()
  const fresh = await toldSecret(page)
  await expect(panel).toContainText(`Nyckeln slutar på…${fresh.slice(-4)}`)
  await expect(panel).toContainText(`Den gamla slutar på…${old.slice(-4)} till`)
})

test('a key is changed to all customers', async ({ page }) => {
  const { panel } = await makeKey(page)
  await panel.getByRole('button', { name: /^Ändra/ }).click()
  await page.getByRole('dialog').getByText('Alla kunder').click()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(panel).toContainText('Alla kunder')
})

test('a key is revoked after a question, and then nothing more can be done with it', async ({ page }) => {
  const { panel } = await makeKey(page)
  await panel.getByRole('button', { name: /^Återkalla/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Återkalla', exact: true }).click()
  await expect(panel).toContainText('Återkallad')
  await expect(panel.getByRole('button')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong on the page of keys and its form in ${colorScheme} colours`, {
    tag: colorScheme === 'dark' ? '@all' : [],
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await makeKey(page)
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ny nyckel' }).click()
    await expect(page.getByLabel('Namn')).toBeFocused()
    expect(await violationsOf(page)).toEqual([])
  })
}

test('the page of keys is there in English', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto('/settings/api-keys')
  await expect(page.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Settings' })).toContainText('API keys')
  await page.getByRole('button', { name: 'New key' }).click()
  await expect(page.getByText('Customers the key may use')).toBeVisible()
  await page.close()
})
