import { expect } from 'playwright/test'
import { says, sendLead } from './task.mjs'

const doubts = 10

/**
 * Each is at Vitec, which a look-up there shows; the next one opens by itself.
 * @type {import('./task.mjs').Task}
 */
export const settleTenDoubts = {
  name: 'Settle ten doubts',
  async prepare(service) {
    for (let number = 0; number < doubts; number++)
      await sendLead(service, { customer: { customer_id: 'SANDBOX-LOST' } })
  },
  async perform(page) {
    await page.goto('/leads/to-do')
    await expect(page.getByRole('link', { name: /Exempel\d/ })).toHaveCount(doubts)
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: /Exempel\d/ })
    for (let number = 0; number < doubts; number++) {
      const [name = ''] = /Exempel\d+/.exec((await heading.textContent()) ?? '') ?? []
      await expect(page.getByRole('button', { name: 'Sök i Vitec' })).toBeVisible({ timeout: 20_000 })
      // For half a second after another record is shown no key acts on it.
      await page.waitForTimeout(700)
      await page.keyboard.press('v')
      await expect(page.getByRole('heading', { name: new RegExp(name) })).toHaveCount(0, { timeout: 20_000 })
    }
    await says(page, 'Inget att göra')
  },
}
