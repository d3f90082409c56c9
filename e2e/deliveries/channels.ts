import { type APIRequestContext, expect, type Page } from 'playwright/test'
import type { LeadStatus } from '@/lib/leads/lead'
import { offerCustomer, resumeCustomer } from '../actions/customers'
import { chooseCustomer, fillLeadForm, openLeadForm } from '../actions/lead-form'
import { leadBody, sendAgain } from '../actions/leads'

/** What becomes of a lead that meets a fault; of two numbers the second is after a person has sent it again. */
export type Fault = {
  customer: string
  leadSource: string
  /** HTTP status and `status` of the answer to `POST /api/lead`. */
  answer: string
  status: LeadStatus
  /** The title that the form and the record show. */
  title: string
  attempts: readonly [number, number]
  leadsAtVitec: readonly [number, number]
}

type Fixtures = { request: APIRequestContext; page: Page }

/** A way for leads to come in, and for a person to send them again. */
type Channel = {
  /** Sends a lead; resolves to its id as soon as that is answered. */
  send(fixtures: Fixtures, fault: Fault, lastName: string): Promise<string>
  /** Sends it again, or is refused because it is delivered; resolves as soon as that is answered. */
  sendAgain(fixtures: Fixtures, fault: Fault, leadId: string): Promise<void>
  /** Holds what a person is shown after either against the fault. */
  expectShown(fixtures: Fixtures, fault: Fault): Promise<void>
}

export const paused = 'Väntar: kunden är pausad'
export const waiting = 'Väntar på nästa försök'

/** Sends leads as other systems do. */
export const byApi: Channel = {
  async send({ request }, { customer, leadSource, answer }, lastName) {
    const ids = { customer_id: customer, lead_id: leadSource }
    const data = leadBody({ customer: ids, person: { last_name: lastName } })
    const response = await request.post('/api/lead', { data })
    const { id, status } = await response.json()
    expect(`${response.status()} ${status}`).toBe(answer)
    return id
  },
  async sendAgain({ request }, { customer, status, title }, leadId) {
    if (title === paused) await resumeCustomer(request, customer)
    const { attempts } = await (await request.get(`/api/lead/${leadId}`)).json()
    const response = await sendAgain(request, leadId, attempts)
    if (status === 'delivered') expect(response.status()).toBe(409)
    // The end of the pause has sent the lead as well: this may find it under way, or the customer paused again.
    else if (title === paused) expect([200, 409]).toContain(response.status())
    else expect({ http: response.status(), ...(await response.json()) }).toMatchObject({ http: 200, status })
  },
  async expectShown() {},
}

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
      await page.getByRole('link', { name: 'Till kunden' }).click()
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
