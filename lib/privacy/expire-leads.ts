import type { PrivacyStore } from './privacy-store'
import { retentionCutoff } from './retention'

type Ports = {
  store: Pick<PrivacyStore, 'expire'>
  now: () => Date
  /** Lets others have the database between two batches. */
  rest: () => Promise<unknown>
  /** Asked before each batch. */
  isWanted: () => boolean
}

/** Anonymises all leads older than so many months, batch by batch. Resolves to how many, the stand-in's entries too. */
export async function expireLeads({ store, now, rest, isWanted }: Ports, months: number): Promise<number> {
  let total = 0
  while (isWanted()) {
    const expired = await store.expire(retentionCutoff(now(), months), now())
    if (expired === 0) break
    total += expired
    await rest()
  }
  return total
}
