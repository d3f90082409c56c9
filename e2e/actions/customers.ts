import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from 'playwright/test'
import type { CustomerRow } from '@/lib/customers/customer'
import type { LeadPage } from '@/lib/leads/lead-view'

/** Those whose first lead pauses them, with all their other leads. */
const pausing = ['SANDBOX-401', 'SANDBOX-403', 'SANDBOX-404', 'SANDBOX-REDIRECT']

/**
 * Lets one test at a time, over all workers, have a magic customer that gets paused; it finds it without a pause and
 * without leads that wait. With any other customer there is nothing that tests could do to each other.
 */
export async function aloneWith<T>(
  request: APIRequestContext,
  customerId: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!pausing.includes(customerId)) return work()
  const release = await lock(customerId)
  try {
    await cancelWaiting(request, customerId)
    await resumeCustomer(request, customerId)
    return await work()
  } finally {
    await release()
  }
}

/** A folder is made by one of many that try at once. */
async function lock(name: string): Promise<() => Promise<void>> {
  const { outputDir } = test.info().project
  const folder = join(outputDir, `alone-with-${name}`)
  await mkdir(outputDir, { recursive: true })
  const isMine = () =>
    mkdir(folder).then(
      () => true,
      () => false,
    )
  await expect.poll(isMine, { timeout: 50_000, intervals: [100] }).toBe(true)
  // Of a test that runs out of time nothing else is left than that its worker ends.
  const onExit = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', onExit)
  return async () => {
    process.off('exit', onExit)
    await rm(folder, { recursive: true, force: true })
  }
}

async function cancelWaiting(request: APIRequestContext, customerId: string): Promise<void> {
  const search = { data: { search: customerId, status: 'pending' } }
  const { leads }: LeadPage = await (await request.post('/api/staff/leads/search', search)).json()
  for (const { id } of leads) await request.post(`/api/staff/leads/${id}/cancel`)
}

/** Adds a customer with one lead source, through the API that the screens use. Gives our own id of it. */
export async function addCustomer(
  request: APIRequestContext,
  { vitecId, name, sourceId }: { vitecId: string; name: string; sourceId: string },
): Promise<string> {
  const customer = await request.post('/api/staff/customers', { data: { vitecId, name } })
  const { id } = await customer.json()
  const data = { vitecId: sourceId, name: `Källa ${sourceId}` }
  await request.post(`/api/staff/customers/${id}/lead-sources`, { data })
  return id
}

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

/** Lifts a customer's pause through the API that the screens use, where our list has the customer. */
export async function resumeCustomer(request: APIRequestContext, vitecId: string): Promise<void> {
  const listed = await listedCustomer(request, vitecId)
  if (!listed) return
  const resumed = await request.post(`/api/staff/customers/${listed.id}/resume`)
  // 409: it is not paused.
  expect([200, 409]).toContain(resumed.status())
}

/** A customer as our list has it. */
async function listedCustomer(request: APIRequestContext, vitecId: string): Promise<CustomerRow | undefined> {
  const list: { customers: CustomerRow[] } = await (await request.get('/api/staff/customers')).json()
  return list.customers.find((customer) => customer.vitecId === vitecId)
}
