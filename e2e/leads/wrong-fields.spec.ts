import { expect, test } from 'playwright/test'
import { openLeadForm } from '../actions/lead-form'
import { violationsOf } from '../actions/violations-of'

test('all that is wrong is said at once beside the fields, with the focus on the first', async ({ page }) => {
  await openLeadForm(page)
  await page.getByLabel('E-post').fill('ingen adress')
  await page.getByLabel('Värdering', { exact: true }).fill('fem mkr')
  await page.getByRole('button', { name: 'Skicka lead' }).click()

  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await expect(page.getByLabel('Förnamn')).toHaveAccessibleDescription('Fyll i fältet.')
  await expect(page.getByLabel('E-post')).toHaveAccessibleDescription(/Skriv en e-postadress/)
  await expect(page.getByLabel('Värdering', { exact: true })).toHaveAccessibleDescription('Skriv ett tal.')
  await expect(page.getByText('7 fält behöver rättas.')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('a field is not called empty while somebody is on the way to it', async ({ page }) => {
  await openLeadForm(page)
  await page.getByLabel('Förnamn').focus()
  await page.keyboard.press('Tab')
  await page.getByLabel('E-post').fill('ingen adress')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Skriv en e-postadress/)).toBeVisible()
  await expect(page.getByText('Fyll i fältet.')).toHaveCount(0)
})

test('only what applies to the property is asked for', async ({ page }) => {
  await openLeadForm(page)
  await page.getByText('Lägenhet', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Bostadsrätt' })).toBeChecked()
  await expect(page.getByLabel('Månadsavgift')).toBeVisible()
  await expect(page.getByLabel('Tomtarea')).toHaveCount(0)
  await page.getByText('Äganderätt', { exact: true }).click()
  await expect(page.getByLabel('Månadsavgift')).toHaveCount(0)

  await page.getByText('Radhus', { exact: true }).click()
  await expect(page.getByLabel('Tomtarea')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Äganderätt' })).toBeChecked()
})

test('what is still missing is a gap in the message, and what is typed fills it', async ({ page }) => {
  await openLeadForm(page)
  const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
  await expect(message).toContainText('saknas: Förnamn')
  await page.getByLabel('Förnamn').pressSequentially('Eri')
  await expect(message).toContainText('Eri saknas: Efternamn fick en värdering')
})

test('a personal number in free text is refused beside its field, and nothing is sent', async ({ page }) => {
  await openLeadForm(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/staff/leads')) sent.push(request.url())
  })
  await page.getByLabel('Övrigt').fill('Ring 19811218-9876')
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByLabel('Övrigt')).toHaveAccessibleDescription('Ta bort personnumret.')
  expect(sent).toEqual([])
})
