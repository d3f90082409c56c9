import { sendLead } from './task.mjs'

/**
 * A file that Excel opens. The leads are of this month, which stands in the same list.
 * @type {import('./task.mjs').Task}
 */
export const lastMonthToExcel = {
  name: "Last month's leads of one customer to Excel, from the log",
  prepare: (service) => sendLead(service),
  async perform(page, presses) {
    await page.goto('/leads')
    const row = page.getByRole('row').filter({ hasText: 'Testmäklarna' }).first()
    await row.hover()
    await row.getByRole('button', { name: 'Visa bara Testmäklarna' }).click()
    const received = page.getByLabel('Mottaget', { exact: true })
    await received.click()
    await received.selectOption('this-month')
    // The list of a select is the system's own: a press on one of it is not told to the page.
    presses.clicks += 1
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Spara som CSV' }).click()
    await (await saving).path()
  },
}
