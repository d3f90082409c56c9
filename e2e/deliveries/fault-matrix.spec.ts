import { type APIRequestContext, expect, test } from 'playwright/test'
import { aloneWith } from '../actions/customers'
import { attemptsOf, receivedByVitec, sendLead, uniqueName } from '../actions/leads'
import { byApi, byForm, type Fault, paused, waiting } from './channels'

const delivered = 'Levererat till Vitec'
const rejected = 'Vitec avvisade leadet'
const unknown = 'Oklart om leadet kom fram'

/** Of two numbers the first is after the first try, the second after a person has sent the lead again. */
const matrix = [
  // customer, what a caller is answered, the lead's status, what staff see, attempts, leads at Vitec
  ['ORDINARY', '200 OK', 'delivered', delivered, [1, 1], [1, 1]],
  ['SANDBOX-SLOW', '200 OK', 'delivered', delivered, [1, 1], [1, 1]],
  ['SANDBOX-400', '422 REJECTED', 'rejected', rejected, [1, 2], [0, 0]],
  ['SANDBOX-NOSOURCE', '422 REJECTED', 'rejected', rejected, [1, 2], [0, 0]],
  ['SANDBOX-401', '202 QUEUED', 'pending', paused, [1, 2], [0, 0]],
  ['SANDBOX-403', '202 QUEUED', 'pending', paused, [1, 2], [0, 0]],
  ['SANDBOX-404', '202 QUEUED', 'pending', paused, [1, 2], [0, 0]],
  ['SANDBOX-REDIRECT', '202 QUEUED', 'pending', paused, [1, 2], [0, 0]],
  ['SANDBOX-429', '202 QUEUED', 'pending', waiting, [1, 2], [0, 0]],
  ['SANDBOX-500', '202 QUEUED', 'pending', waiting, [1, 2], [0, 0]],
  ['SANDBOX-503', '202 QUEUED', 'pending', waiting, [1, 2], [0, 0]],
  ['SANDBOX-TIMEOUT', '202 UNKNOWN', 'unknown', unknown, [1, 2], [0, 0]],
  ['SANDBOX-GARBAGE', '202 UNKNOWN', 'unknown', unknown, [1, 2], [0, 0]],
  ['SANDBOX-LOST', '202 UNKNOWN', 'unknown', unknown, [1, 2], [1, 2]],
] as const

for (const [id, answer, status, title, attempts, leadsAtVitec] of matrix) {
  const fault: Fault = { ...idsOf(id), answer, status, title, attempts, leadsAtVitec }
  for (const [by, channel] of Object.entries({ API: byApi, form: byForm })) {
    const told = by === 'API' ? answer : title
    // What the form makes of an outcome is in e2e/leads too; and one that takes its time is the longest.
    const tag = by === 'form' || id === 'SANDBOX-TIMEOUT' ? '@all' : []
    const name = `${id} by ${by}: ${told}, ${inWords(fault, 0)}; sent again: ${inWords(fault, 1)}`
    test(name, { tag }, async ({ page, request }) => {
      // Many faults in a row, of whichever customers, have the product hold back all leads.
      await sendLead(request)
      await aloneWith(request, fault.customer, async () => {
        const lastName = uniqueName()
        const leadId = await channel.send({ page, request }, fault, lastName)
        await expectOutcome(request, { fault, leadId, lastName, time: 0, attemptsBefore: 0 })
        await channel.expectShown({ page, request }, fault)

        const attemptsBefore = await hold(request, fault, leadId)
        await channel.sendAgain({ page, request }, fault, leadId)
        await expectOutcome(request, { fault, leadId, lastName, time: 1, attemptsBefore })
        await channel.expectShown({ page, request }, fault)
      })
    })
  }
}

/** One of the magic ids is a lead source's, of whatever customer. */
function idsOf(id: string): Pick<Fault, 'customer' | 'leadSource'> {
  const isSource = id === 'SANDBOX-NOSOURCE'
  return isSource
    ? { customer: 'OTHERWISE-ORDINARY', leadSource: id }
    : { customer: id, leadSource: 'LEAD456' }
}

function inWords({ status, attempts, leadsAtVitec }: Fault, time: 0 | 1): string {
  return `${status} after ${attempts[time]}, ${leadsAtVitec[time]} at Vitec`
}

type Sent = { fault: Fault; leadId: string; lastName: string; time: 0 | 1; attemptsBefore: number }

async function expectOutcome(
  request: APIRequestContext,
  { fault, leadId, lastName, time, attemptsBefore }: Sent,
) {
  const attempts = attemptsBefore + fault.attempts[time] - (time === 1 ? fault.attempts[0] : 0)
  const ended = async () => (await attemptsOf(request, [leadId]))[0]
  await expect.poll(ended, { timeout: 20_000, intervals: [50, 100, 250] }).toBe(attempts)
  const { status, attempts: begun } = await (await request.get(`/api/lead/${leadId}`)).json()
  const leadsAtVitec = (await receivedByVitec(request, lastName)).length
  expect({ status, attempts: begun, leadsAtVitec }).toEqual({
    status: fault.status,
    attempts,
    leadsAtVitec: fault.leadsAtVitec[time],
  })
}

/** Stops what would be tried again by itself, so that the next attempt is a person's. The attempts until then. */
async function hold(request: APIRequestContext, { title }: Fault, leadId: string): Promise<number> {
  const cancel = async () => (await request.post(`/api/staff/leads/${leadId}/cancel`)).status()
  // Refused while an attempt is under way.
  if (title === waiting) await expect.poll(cancel).toBe(200)
  return (await (await request.get(`/api/lead/${leadId}`)).json()).attempts
}
