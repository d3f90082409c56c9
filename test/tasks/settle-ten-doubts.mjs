import { says, sendLead } from './task.mjs'

const doubts = 10

/**
 * Each is at Vitec, which a look-up there shows.
 * @type {import('./task.mjs').Task}
 */
export const settleTenDoubts = {
  name: 'Settle ten leads in doubt',
  async prepare(service) {
    for (let number = 0; number < doubts; number++)
      await sendLead(service, { customer: { customer_id: 'SANDBOX-LOST' } })
  },
  async perform(page) {
    await page.goto('/leads/to-do')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    for (let number = 0; number < doubts; number++) {
      await says(page, 'Oklart om leadet kom fram')
      // For half a second after another record is shown no key acts on it.
      await page.waitForTimeout(600)
      await page.keyboard.press('v')
      await says(page, 'Leadet finns i Vitec och räknas nu som levererat')
    }
    await says(page, 'Inget att göra')
  },
}
