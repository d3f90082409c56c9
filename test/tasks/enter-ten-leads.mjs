import { expect } from 'playwright/test'
import { says, tabTo } from './task.mjs'

const people = 10

/**
 * Each from what a caller says: who it is, where, what kind of home, what it is worth.
 * @type {import('./task.mjs').Task}
 */
export const enterTenLeads = {
  name: 'Enter ten leads in a row, from the log',
  prepare: async () => undefined,
  async perform(page) {
    await page.goto('/leads')
    await expect(page.getByRole('link', { name: 'Nytt lead' }).first()).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByRole('button', { name: /Leadkälla/ })).toContainText('Real AI Valuation Leads', {
      timeout: 20_000,
    })
    for (let number = 1; number <= people; number++) {
      await tabTo(page, 'Förnamn')
      const name = `Exempelsson${'abcdefghij'[number - 1]}`
      for (const [index, text] of [
        ...['Hjördis', name, `070-174 06 ${10 + number}`, `hjordis${number}@example.com`],
        ...[`Exempelvägen ${number}`, '114 22', 'Stockholm'],
      ].entries()) {
        if (index > 0) await page.keyboard.press('Tab')
        await page.keyboard.type(text)
      }
      await tabTo(page, 'Lägenhet')
      await page.keyboard.press('Space')
      // To the next field that has to be filled in.
      await page.keyboard.press('Enter')
      await tabTo(page, 'Värdering')
      await page.keyboard.type('5500000')
      await page.keyboard.press('Control+Enter')
      // The form is empty, and waits for the next one.
      await expect(page.getByLabel('Förnamn')).toHaveValue('', { timeout: 20_000 })
      await expect(page.getByLabel('Förnamn')).toBeFocused()
      await says(page, new RegExp(name))
    }
  },
}
