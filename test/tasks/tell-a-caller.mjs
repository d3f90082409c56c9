import { expect } from 'playwright/test'
import { says, sendLead } from './task.mjs'

const phone = '070-174 06 99'

/**
 * The caller says their number; what is read to them stands on top of the record.
 * @type {import('./task.mjs').Task}
 */
export const tellCaller = {
  name: 'Tell a caller what became of their lead, from any page',
  prepare: (service) => sendLead(service, { person: { last_name: 'Uppringare', phone: '+46701740699' } }),
  async perform(page) {
    await page.goto('/customers')
    await expect(page.getByRole('list', { name: 'Kunder' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: /Sök lead, kund/ })).toBeFocused()
    await page.keyboard.type(phone)
    const found = page.getByRole('option', { name: /Uppringare/ })
    await expect(found).toBeVisible()
    for (let presses = 0; presses < 5 && (await found.getAttribute('data-focused')) === null; presses++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await says(page, /Leadet kom in .* Vitec tog emot det/)
  },
}
