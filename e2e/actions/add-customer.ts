import type { APIRequestContext } from 'playwright/test'

/** Adds a customer with one lead source, through the API that the screens use. */
export async function addCustomer(
  request: APIRequestContext,
  { vitecId, name, sourceId }: { vitecId: string; name: string; sourceId: string },
): Promise<void> {
  const customer = await request.post('/api/staff/customers', { data: { vitecId, name } })
  const { id } = await customer.json()
  const data = { vitecId: sourceId, name: `Källa ${sourceId}` }
  await request.post(`/api/staff/customers/${id}/lead-sources`, { data })
}
