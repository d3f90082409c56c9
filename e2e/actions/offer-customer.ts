import { type APIRequestContext, expect } from 'playwright/test'
import { listedCustomer } from './resume-customer'

/** Makes the form offer a customer with a lead source, whether our list has them already or not. Gives its name. */
export async function offerCustomer(
  request: APIRequestContext,
  { vitecId, sourceId }: { vitecId: string; sourceId: string },
): Promise<string> {
  const found = await listedCustomer(request, vitecId)
  // Another test may add it at the same time: then it is refused, and there nevertheless.
  if (!found) await request.post('/api/staff/customers', { data: { vitecId, name: vitecId } })
  const customer = found ?? (await listedCustomer(request, vitecId))
  expect(customer, 'the customer is in the list').toBeDefined()
  const data = { vitecId: sourceId, name: `Källa ${sourceId}` }
  await request.post(`/api/staff/customers/${customer?.id}/lead-sources`, { data })
  return customer?.name ?? ''
}
