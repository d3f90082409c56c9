import { expect, test } from 'playwright/test'
import { sendAgain } from '../actions/send-again'
import { sendLead } from '../actions/send-lead'
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

test('the audit log is narrowed by what was done, and is accessible', async ({ page, request }) => {
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
