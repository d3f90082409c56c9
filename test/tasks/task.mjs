import { expect } from 'playwright/test'

/**
 * A thing that staff do all day, as somebody does it who knows the screens. `prepare` makes what it is done to; nothing of
 * that is counted. `perform` fails where the page does not say that it was done.
 * @typedef {object} Task
 * @property {string} name
 * @property {(service: import('../e2e/own-browser.mjs').Service) => Promise<unknown>} prepare
 * @property {(page: import('playwright').Page, presses: import('./count-presses.mjs').Presses) => Promise<unknown>} perform
 */

/** @typedef {{ customer?: object, person?: object }} Parts */

let sent = 0

/**
 * Sends a lead of a person who is made up, and another one each time.
 * @param {import('../e2e/own-browser.mjs').Service} service
 * @param {Parts} parts of the lead that matter
 */
export async function sendLead({ order }, { customer = {}, person = {} } = {}) {
  sent += 1
  const number = String(sent).padStart(2, '0')
  return order('/api/lead', {
    customer: { customer_id: 'ABC123', lead_id: 'LEAD456', ...customer },
    person: {
      ...{ first_name: 'Erik', last_name: `Exempel${number}`, phone: `+467017406${number}` },
      ...{ email: `erik.exempel${number}@example.com`, address: `Storgatan ${sent}`, zip_code: '11422' },
      ...{ city: 'Stockholm', ...person },
    },
    property: { valuation: 5_500_000, property_sub_type: 'SingleFamilyResidence', living_area: 150 },
  })
}

/**
 * Presses Tab until what has the focus is called so, as a person does who looks where they are.
 * @param {import('playwright').Page} page
 * @param {string} name
 */
export async function tabTo(page, name) {
  for (let presses = 0; presses < 40; presses++) {
    const focused = page.locator(':focus')
    const told = (await focused.count()) === 0 ? '' : await focused.ariaSnapshot()
    if (told.includes(`"${name}`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/**
 * Waits until the page says something.
 * @param {import('playwright').Page} page
 * @param {string | RegExp} text
 */
export const says = (page, text) => expect(page.getByText(text).first()).toBeVisible({ timeout: 20_000 })
