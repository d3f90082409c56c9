import { expect } from 'playwright/test'
import { says, sendLead, tabTo } from './task.mjs'

/**
 * Two that Vitec refused, as it does not know their lead source: the customer has another. From the log, and on to the second.
 * @type {import('./task.mjs').Task}
 */
export const correctRefusedLead = {
  name: 'Correct a lead that Vitec refused, send it, and go on to the next, from the log',
  async prepare(service) {
    for (const _ of [1, 2]) await sendLead(service, { customer: { lead_id: 'SANDBOX-NOSOURCE' } })
  },
  async perform(page) {
    await page.goto('/leads')
    await expect(page.getByRole('row')).not.toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('heading', { level: 1, name: 'Att göra' })).toBeVisible()
    await page.keyboard.press('Enter')
    await says(page, 'Vitec avvisade leadet')
    await settled(page)
    await page.keyboard.press('e')
    await says(page, 'Du ändrar ett lead som redan finns')
    // The page puts the focus in what Vitec refused, once its choices are there.
    await expect(page.locator('form :focus')).toHaveCount(1, { timeout: 20_000 })
    await tabTo(page, 'Real AI Valuation Leads')
    await page.keyboard.press('Control+Enter')
    await says(page, 'Leadet är levererat')
    await says(page, 'Vitec avvisade leadet')
    await expect(page.locator('[data-takes-keys="true"]')).toBeVisible()
  },
}

/**
 * For half a second after a record is shown no key acts on it.
 * @param {import('playwright').Page} page
 */
const settled = (page) => page.waitForTimeout(600)
