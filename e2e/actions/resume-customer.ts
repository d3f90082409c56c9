import { type APIRequestContext, expect } from 'playwright/test'
import type { CustomerView } from '@/lib/customers/customer'

/** Lifts a customer's pause through the API that the screens use, where our list has the customer. */
export async function resumeCustomer(request: APIRequestContext, vitecId: string): Promise<void> {
  const listed = await listedCustomer(request, vitecId)
  if (!listed) return
  const resumed = await request.post(`/api/staff/customers/${listed.id}/resume`)
  // 409: it is not paused.
  expect([200, 409]).toContain(resumed.status())
}

/** A customer as our list has it. */
export async function listedCustomer(
  request: APIRequestContext,
  vitecId: string,
): Promise<CustomerView | undefined> {
  const list: { customers: CustomerView[] } = await (await request.get('/api/staff/customers')).json()
  return list.customers.find((customer) => customer.vitecId === vitecId)
}
