import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'

test('new leads are counted above the list and move nothing, while a status changes where it stands', async ({
  page,
  request,
}) => {
  await page.clock.install()
  const waiting = await sendLead(request, { customer: { customer_id: 'SANDBOX-500' } })
  await page.goto('/leads')
  const row = page.getByRole('row').filter({ hasText: waiting.lastName })
  await expect(row).toContainText('Väntar')
  const before = await row.boundingBox()

  const news: string[] = []
  for (let count = 0; count < 3; count += 1) news.push((await sendLead(request)).lastName)
  await request.post(`/api/staff/leads/${waiting.id}/cancel`)
  await page.clock.fastForward(8_000)
  await expect(row).toContainText('Stoppat')
  const shows = page.getByRole('button', { name: /^\d+ nya$/ })
  await expect(shows).toBeVisible()
  expect(Number.parseInt((await shows.textContent()) ?? '', 10)).toBeGreaterThanOrEqual(3)
  expect(await row.boundingBox()).toEqual(before)
  for (const name of news) await expect(page.getByRole('link', { name })).toHaveCount(0)

  await shows.press('Enter')
  for (const name of news) await expect(page.getByRole('link', { name })).toBeVisible()
  await expect(shows).toHaveCount(0)
})

test('what a list of things to do lacks is counted too, however old the lead is', { tag: '@all' }, async ({
  page,
  request,
}) => {
  await page.clock.install()
  const old = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await request.post(`/api/staff/leads/${old.id}/set-aside`)
  const newer = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto('/leads/to-do')
  await expect(page.getByRole('link', { name: newer.lastName })).toBeVisible()
  await expect(page.getByRole('link', { name: old.lastName })).toHaveCount(0)
  await request.post(`/api/staff/leads/${old.id}/put-back`)
  await page.clock.fastForward(8_000)
  await page.getByRole('button', { name: /^\d+ nya$/ }).click()
  await expect(page.getByRole('link', { name: old.lastName })).toBeVisible()
})
