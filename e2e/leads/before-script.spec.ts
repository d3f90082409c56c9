import { expect, test } from 'playwright/test'
import { holdScripts } from '../actions/browser'
import { sendLead, uniqueName } from '../actions/leads'

test('what was typed and chosen before the page’s script was there counts, and Enter takes none of it away', async ({
  page,
}) => {
  const lastName = uniqueName()
  const documents: string[] = []
  page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()))
  const letThrough = await holdScripts(page)
  await page.goto('/leads/new', { waitUntil: 'commit' })
  await page.getByLabel('Förnamn').pressSequentially('Eri')
  await page.getByText('Villa', { exact: true }).click()
  await page.getByLabel('Övrigt').pressSequentially('Bortrest till 1 mars')
  await page.getByLabel('Värdering', { exact: true }).pressSequentially('5500000')
  await page.getByLabel('Efternamn').pressSequentially(lastName)
  await page.keyboard.press('Enter')
  letThrough()

  const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
  await expect(message).toContainText(`Eri ${lastName} fick en värdering på 5 500 000 kr`)
  await expect(message).toContainText('en villa')
  await expect(message).toContainText('Bortrest till 1 mars')
  await expect(page.getByLabel('Tomtarea')).toBeVisible()
  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)
  expect(documents).toEqual([page.url()])
  expect(page.url()).toMatch(/\/leads\/new$/)
})

test('what was searched for before the script was there is searched for', async ({ page, request }) => {
  const [lead, other] = [await sendLead(request), await sendLead(request)]
  const letThrough = await holdScripts(page)
  await page.goto('/leads', { waitUntil: 'commit' })
  await page.getByRole('searchbox', { name: 'Sök leads' }).pressSequentially(lead.lastName)
  letThrough()
  await expect(page.getByRole('link', { name: other.lastName })).toHaveCount(0)
  await expect(page.getByRole('link', { name: lead.lastName })).toBeVisible()
})
