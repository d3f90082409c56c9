import type { APIRequestContext } from 'playwright/test'
import { leadBody, uniqueName } from './lead-body'

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
