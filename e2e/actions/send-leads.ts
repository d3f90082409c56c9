import { type APIRequestContext, expect } from 'playwright/test'
import { uniqueName } from './lead-body'
import { sendLead } from './send-lead'

/** Leads of a group that no other test has: `city` finds them, `ids` are theirs. */
export type SentGroup = { city: string; ids: string[] }

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
