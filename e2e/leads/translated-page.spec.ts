import { expect, type Page, test } from 'playwright/test'
import { translatePage } from '../actions/browser'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, sendLead, uniqueName } from '../actions/leads'

/** What broke on a page, as its console tells. */
function breakagesOf(page: Page): string[] {
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  return broken
}

test('the form works in a browser that translates it, and Vitec gets what it showed', async ({
  page,
  request,
}) => {
  const broken = breakagesOf(page)
  const lastName = uniqueName()
  await openLeadForm(page)
  await translatePage(page)
  const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByText('7 fält behöver rättas.')).toBeVisible()
  await expect(message).toContainText('saknas: Förnamn')
  await page.getByText('Lägenhet', { exact: true }).click()
  await page.getByLabel('Månadsavgift').fill('3 500')
  await expect(message).toContainText('en lägenhet')
  await fillLeadForm(page, lastName)
  await page.getByLabel('Värdering', { exact: true }).fill('4 900 000')
  await expect(message).toContainText('en värdering på 4 900 000 kr')
  await expect(message).toContainText('en villa')
  await expect(page.getByText('behöver rättas')).toHaveCount(0)
  const shown = await message.getByRole('paragraph').textContent()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  const [received] = await receivedByVitec(request, lastName)
  expect(received?.personLead.message).toBe(shown)
  await expect(message).toContainText('saknas: Förnamn')
  expect(broken).toEqual([])
})

test('the log and a record follow what happens in a browser that translates them', async ({
  page,
  request,
}) => {
  const broken = breakagesOf(page)
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(lead.lastName)
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  await translatePage(page)
  await page.getByRole('radiogroup', { name: 'Status' }).getByText('Oklart').click()
  await page.getByRole('link', { name: lead.lastName }).click()
  await page.getByRole('link', { name: 'Öppna hela sidan' }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Det finns i Vitec' }).click()
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Levererat')
  expect(broken).toEqual([])
})
