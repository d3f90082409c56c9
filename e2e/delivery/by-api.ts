import { expect } from 'playwright/test'
import { leadBody } from '../actions/lead-body'
import { resumeCustomer } from '../actions/resume-customer'
import { sendAgain } from '../actions/send-again'
import { type Channel, paused } from './fault'

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
