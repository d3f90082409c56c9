import { type APIRequestContext, type APIResponse, expect } from 'playwright/test'
import { exampleRequest } from '@/lib/openapi/lead-examples'

/** A lead's body as a caller writes it; give the parts to change. The person is made up. */
export function leadBody(changes: { customer?: object; person?: object; property?: object } = {}) {
  const { customer, person, property } = exampleRequest
  return {
    customer: { ...customer, ...changes.customer },
    person: { ...person, ...changes.person },
    property: { ...property, ...changes.property },
  }
}

/** A name that no other test uses, so that tests can share one server. */
export function uniqueName(): string {
  return `Test${crypto.randomUUID().slice(0, 8)}`
}

/** A person like whom no other test has one, so that no lead is told of as being like theirs. */
export function uniquePerson() {
  const lastName = uniqueName()
  // Numbers that PTS keeps for books and films.
  const end = String(605 + Math.floor(Math.random() * 95)).padStart(4, '0')
  return { last_name: lastName, email: `${lastName}@example.com`, phone: `+4670174${end}` }
}

/** A lead that was sent over the API: where its record is, and whose it is. */
export type SentLead = { id: string; status: string; lastName: string }

/** Sends a lead of a person that no other test has, with the parts that matter changed. */
export async function sendLead(
  request: APIRequestContext,
  changes: { customer?: object; person?: object } = {},
): Promise<SentLead> {
  const lastName = uniqueName()
  const person = { last_name: lastName, ...changes.person }
  const answer = await request.post('/api/lead', { data: leadBody({ ...changes, person }) })
  const { id, status } = await answer.json()
  return { id, status, lastName }
}

/** Leads of a group that no other test has: `city` finds them, `ids` are theirs. */
type SentGroup = { city: string; ids: string[] }

/** Sends leads to a customer, at most ten at a time, and waits until each has been rejected, or whatever is expected. */
export async function sendLeads(
  request: APIRequestContext,
  { count, customerId, status }: { count: number; customerId: string; status: string },
): Promise<SentGroup> {
  const city = uniqueName()
  const ids: string[] = []
  while (ids.length < count) {
    const batch = Array.from({ length: Math.min(10, count - ids.length) }, () =>
      sendTo(request, city, customerId),
    )
    ids.push(...(await Promise.all(batch)))
  }
  const chosen = { data: { status, search: city } }
  const counted = async () => (await (await request.post('/api/staff/bulk-sends/count', chosen)).json()).total
  await expect.poll(counted, { timeout: 30_000 }).toBe(count)
  return { city, ids }
}

/** Sends one more lead that is found with the others of `city`. */
export async function sendTo(request: APIRequestContext, city: string, customerId: string): Promise<string> {
  const { id } = await sendLead(request, { customer: { customer_id: customerId }, person: { city } })
  return id
}

/** How many attempts have ended for each lead. */
export async function attemptsOf(request: APIRequestContext, ids: string[]): Promise<number[]> {
  const records = await Promise.all(
    ids.map(async (id) => (await request.get(`/api/staff/leads/${id}`)).json()),
  )
  return records.map(
    ({ attempts }) => attempts.filter((attempt: { endedAt: unknown }) => attempt.endedAt).length,
  )
}

/** Sends a lead again, as the button does for a person who has seen so many attempts. */
export function sendAgain(
  request: APIRequestContext,
  leadId: string,
  attempts: number,
): Promise<APIResponse> {
  return request.post(`/api/staff/leads/${leadId}/send-again`, { data: { attempts } })
}

type InboxLead = {
  id: string
  customerId: string
  receivedAt: string
  personLead: {
    firstName: string
    lastName: string
    message: string
    typeId: string
    [member: string]: unknown
  }
}

/** What Vitec's stand-in has received of a person with this last name, newest first. */
export async function receivedByVitec(request: APIRequestContext, lastName: string): Promise<InboxLead[]> {
  const inbox: InboxLead[] = await (await request.get('/sandbox/inbox.json')).json()
  return inbox.filter((lead) => lead.personLead.lastName === lastName)
}
