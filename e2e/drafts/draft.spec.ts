import { expect, type Page, test } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'

const kept = async (page: Page) => (await (await page.request.get('/api/staff/draft')).json()).draft?.values

const isKept = async (page: Page, lastName: string | null) =>
  expect.poll(async () => (await kept(page))?.person.last_name ?? null).toBe(lastName)

test('what is typed outlives a reload, another tab and another page, and is gone when it is sent', async ({
  page,
  context,
  request,
}) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  // The last of what is filled in.
  await expect.poll(async () => (await kept(page))?.property.secondary_area).toBe('40')
  await page.reload()
  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)
  await expect(page.getByLabel('Biarea')).toHaveValue('40')

  const other = await context.newPage()
  await openLeadForm(other)
  await expect(other.getByLabel('Efternamn')).toHaveValue(lastName)
  await other.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(other.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  await isKept(page, null)
  await other.reload()
  await expect(other.getByLabel('Efternamn')).toHaveValue('')
  expect(await receivedByVitec(request, lastName)).toHaveLength(1)

  // The first tab shows it still: that it was sent is said before it is sent once more.
  await page.getByLabel('Efternamn').fill(`${lastName}X`)
  await expect(page.getByText('Det finns ett annat utkast')).toBeVisible()
  await page.getByRole('button', { name: 'Hämta det andra' }).click()
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
})

test('of two tabs the one that saves first is kept, and the other is asked', { tag: '@all' }, async ({
  page,
  context,
}) => {
  const [first, second] = [uniqueName(), uniqueName()]
  const other = await context.newPage()
  await openLeadForm(page)
  await openLeadForm(other)
  await page.getByLabel('Efternamn').fill(first)
  await isKept(page, first)
  await other.getByLabel('Efternamn').fill(second)
  await expect(other.getByText('Det finns ett annat utkast')).toBeVisible()
  await isKept(page, first)
  await other.getByRole('button', { name: 'Behåll mitt' }).click()
  await isKept(page, second)
  await expect(other.getByText('Det finns ett annat utkast')).toHaveCount(0)
})

test('a form that is left at once is kept, emptied it is not, and another browser has none of it', {
  tag: '@all',
}, async ({ page, browser }) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await page.getByLabel('Efternamn').fill(lastName)
  await page.getByRole('link', { name: 'Kunder' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kunder' })).toBeVisible()
  await page.getByRole('link', { name: 'Nytt lead' }).first().click()
  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)
  const stranger = await (await browser.newContext()).newPage()
  await openLeadForm(stranger)
  await expect(stranger.getByLabel('Efternamn')).toHaveValue('')
  await stranger.context().close()

  await page.getByRole('button', { name: 'Rensa' }).click()
  await isKept(page, null)
})
