import { expect, type Page } from 'playwright/test'
import { chooseCustomer, fillLeadForm, openLeadForm } from '../actions/fill-lead-form'
import { offerCustomer } from '../actions/offer-customer'
import { type Channel, paused, waiting } from './fault'

/** Sends leads as staff do, in the browser. */
export const byForm: Channel = {
  async send({ page, request }, { customer, leadSource }, lastName) {
    const name = await offerCustomer(request, { vitecId: customer, sourceId: leadSource })
    await openLeadForm(page)
    await chooseCustomer(page, name)
    await expect(page.getByLabel('Leadkälla')).toContainText(leadSource)
    await fillLeadForm(page, lastName)
    const answer = answerTo(page, '/api/staff/leads')
    await page.keyboard.press('Control+Enter')
    return (await (await answer).json()).id
  },
  async sendAgain({ page }, { customer, status, title }, leadId) {
    await page.goto(`/leads/${leadId}`)
    const sendAgain = page.getByRole('button', { name: 'Skicka igen' })
    if (status === 'delivered') {
      await expect(page.getByRole('main')).toContainText(title)
      await expect(sendAgain).toHaveCount(0)
    } else if (title === paused) {
      await page.getByRole('link', { name: 'Till kunder' }).click()
      await page.getByRole('button', { name: `Återuppta ${customer}`, exact: true }).click()
      await expect(page.getByText('Kunden är återupptagen')).toBeVisible()
      await page.goto(`/leads/${leadId}`)
    } else {
      const answer = answerTo(page, `/api/staff/leads/${leadId}/send-again`)
      await sendAgain.click()
      const dialog = page.getByRole('dialog', { name: 'Skicka igen?' })
      if (status === 'unknown') await dialog.getByRole('button', { name: 'Skicka igen' }).click()
      expect((await answer).status()).toBe(200)
    }
  },
  async expectShown({ page }, { title }) {
    const main = page.getByRole('main')
    await expect(main.getByText(title, { exact: true })).toBeVisible()
    if (title === waiting) await expect(main).toContainText(/Nästa försök om|Nästa om ett ögonblick/)
  },
}

const answerTo = (page: Page, path: string) =>
  page.waitForResponse(
    (response) => new URL(response.url()).pathname === path && response.request().method() === 'POST',
  )
