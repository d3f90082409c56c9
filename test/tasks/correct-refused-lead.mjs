import { expect } from 'playwright/test'
import { says, sendLead, tabTo } from './task.mjs'

/**
 * Its lead source is unknown at Vitec, which says so; the customer has another.
 * @type {import('./task.mjs').Task}
 */
export const correctRefusedLead = {
  name: 'Correct a lead that Vitec refused, and send it',
  prepare: (service) => sendLead(service, { customer: { lead_id: 'SANDBOX-NOSOURCE' } }),
  async perform(page) {
    await page.goto('/leads/to-do')
    await expect(page.getByRole('row')).not.toHaveCount(0)
    await page.keyboard.press('Enter')
    await says(page, 'Vitec avvisade leadet')
    await settled(page)
    await page.keyboard.press('e')
    await says(page, 'Du ändrar ett lead som redan finns')
    await tabTo(page, 'Real AI Valuation Leads')
    await page.keyboard.press('Control+Enter')
    await says(page, 'Levererat till Vitec')
  },
}

/**
 * For half a second after a record is shown no key acts on it.
 * @param {import('playwright').Page} page
 */
const settled = (page) => page.waitForTimeout(600)
