import { says, sendLead } from './task.mjs'

const phone = '070-174 06 99'

/**
 * The caller says their number; what is read to them stands on top of the record.
 * @type {import('./task.mjs').Task}
 */
export const tellCaller = {
  name: 'Tell a caller what became of their lead, from any page',
  prepare: (service) => sendLead(service, { person: { phone: '+46701740699' } }),
  async perform(page) {
    await page.goto('/customers')
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.waitForURL('**/leads')
    await page.keyboard.press('/')
    await page.keyboard.type(phone)
    await says(page, '1 lead visas')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await says(page, /Leadet kom in .* Vitec tog emot det/)
  },
}
