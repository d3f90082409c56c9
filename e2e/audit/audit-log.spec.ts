import { expect, test } from 'playwright/test'
import { sendAgain, sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

test('what is done to a lead is in the audit log: who, what, when, from where', async ({ page, request }) => {
  const { id } = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await sendAgain(request, id, 1)
  await page.goto('/settings/audit')
  await page.getByLabel('Vad').fill(id)
  await page.getByRole('button', { name: 'Sök' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Skickade ett lead igen' })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Öppen sandlåda')
  await expect(row).toContainText('127.0.0.1')
  await row.getByRole('link', { name: `lead:${id}` }).click()
  await expect(page.getByText('Vitec avvisade leadet')).toBeVisible()
})

test('whoever searched for a person is in the audit log with how many leads they found, not what for', async ({
  page,
  request,
}) => {
  const { lastName } = await sendLead(request)
  await request.post('/api/staff/privacy/search', { data: { search: lastName } })
  await page.goto('/settings/audit')
  const row = page.getByRole('row').filter({ hasText: 'Sökte efter en person' }).filter({ hasText: '1 lead' })
  await expect(row.first()).toBeVisible()
  await expect(page.getByText(lastName)).toHaveCount(0)
})

test('the audit log is narrowed by what was done, and is accessible', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const { id } = await sendLead(request)
  await request.post('/api/staff/privacy/export', { data: { leadIds: [id] } })
  await page.goto('/settings/audit')
  await page.getByRole('button', { name: /Händelse/ }).click()
  await page.getByRole('option', { name: 'Lämnade ut personuppgifter' }).click()
  await page.getByLabel('Vem').fill('open')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByRole('link', { name: `lead:${id}` })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Skickade' })).toHaveCount(0)
  expect(await violationsOf(page)).toEqual([])
  await page.getByLabel('Vem').fill('nobody-at-all')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByText('Inga händelser', { exact: true }).first()).toBeVisible()
})

test('days are typed in the audit log as they are written everywhere, in either language', async ({
  page,
  request,
}) => {
  const { id } = await sendLead(request)
  await request.post('/api/staff/privacy/export', { data: { leadIds: [id] } })
  await page.goto('/settings/audit')
  await page.getByLabel('Vad').fill(id)
  await page.getByLabel('Från och med').fill('11/26/2026')
  await page.getByLabel('Till och med').fill('2026-02-30')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByText('Skriv ett datum, till exempel 2026-01-27.')).toHaveCount(2)
  await page.getByLabel('Från och med').fill('2026-01-27')
  await page.getByLabel('Till och med').fill('')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByRole('link', { name: `lead:${id}` })).toBeVisible()
})
