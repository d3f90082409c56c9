import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from 'playwright/test'
import type { LeadPage } from '@/lib/leads/lead-view'
import { resumeCustomer } from './resume-customer'

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
