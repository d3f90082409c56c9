import { expect, type Page, test } from 'playwright/test'
import { receivedByVitec, sendAgain, sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

const lookUp = (page: Page) => page.getByRole('button', { name: 'Sök i Vitec' })
/** What a screen reader is told of the record's changes. */
const announced = (page: Page) => page.locator('main [aria-live="polite"]')

test('a lead in doubt that Vitec has is found there, and delivered under its id @smoke', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto(`/leads/${lead.id}`)
  await lookUp(page).click()
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  const received = await receivedByVitec(request, lead.lastName)
  expect(received).toHaveLength(1)
  await expect(page.getByText(received[0]?.id ?? 'nothing was received', { exact: true })).toBeVisible()
  await expect(lookUp(page)).toHaveCount(0)
  const { status, vitec_lead_id, attempts } = await (await request.get(`/api/lead/${lead.id}`)).json()
  expect({ status, vitec_lead_id, attempts }).toEqual({
    status: 'delivered',
    vitec_lead_id: received[0]?.id,
    attempts: 1,
  })
  expect((await request.post(`/api/staff/leads/${lead.id}/look-up`)).status()).toBe(409)
})

test('a lead in doubt that Vitec does not have stays in doubt, and the reader decides', {
  tag: '@all',
}, async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-GARBAGE' } })
  await page.goto(`/leads/${lead.id}`)
  await lookUp(page).click()
  await expect(announced(page)).toContainText('Leadet hittades inte i Vitec')
  await expect(announced(page)).toContainText('Det är inget bevis')
  await expect(lookUp(page)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Det finns i Vitec' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  expect(await receivedByVitec(request, lead.lastName)).toEqual([])

  // What was found is of the attempts that there were.
  await page.getByRole('button', { name: 'Skicka igen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Skicka igen' }).click()
  await expect(page.getByRole('heading', { name: 'Försök 2' })).toBeVisible()
  await expect(page.getByText('Leadet hittades inte i Vitec')).toHaveCount(0)
})

test('a missing right to read is told as such, and pauses nobody', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-NOREAD' } })
  await page.goto(`/leads/${lead.id}`)
  await lookUp(page).click()
  await expect(announced(page)).toContainText('Vitec låter oss inte läsa leads för kunden')
  await expect(page.getByText('Oklart om leadet kom fram')).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
  const next = await sendLead(request, { customer: { customer_id: 'SANDBOX-NOREAD' } })
  expect(next.status).toBe('UNKNOWN')
})

test('a lead that was sent twice in doubt, and is there twice, is left to the reader', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await sendAgain(request, lead.id, 1)
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(2)
  await page.goto(`/leads/${lead.id}`)
  await lookUp(page).click()
  await expect(announced(page)).toContainText('2 leads i Vitec kan vara det här')
  await expect(announced(page)).toContainText('Leadet har skickats 2 gånger')
  await expect(page.getByText('Oklart om leadet kom fram')).toBeVisible()
})

test('of three look-ups in three tabs one settles the lead', async ({ request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  const click = async () => (await request.post(`/api/staff/leads/${lead.id}/look-up`)).status()
  const statuses = await Promise.all([click(), click(), click()])
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})
