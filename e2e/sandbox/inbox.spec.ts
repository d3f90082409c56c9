import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'

test('the inbox shows a lead as its agent reads it, without a reload', { tag: '@all' }, async ({
  page,
  request,
}) => {
  await page.goto('/sandbox/inbox')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const lead = await sendLead(request)
  const entry = page.getByRole('article', { name: `Erik ${lead.lastName}` })
  await expect(entry).toContainText(`Erik ${lead.lastName} fick en värdering på 5 500 000 kr`)
  await expect(entry).toContainText('LEAD456')
})

test('the inbox tells testers which customers bring which fault', async ({ page }) => {
  await page.goto('/sandbox/inbox')
  await expect(page.getByRole('region', { name: 'Pröva det som kan gå fel' })).toContainText('SANDBOX-LOST')
})
