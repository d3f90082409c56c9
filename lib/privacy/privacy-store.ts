import type { Requester } from '@/lib/audit/audit-event'
import type { ErasureReceipt, ErasureRequest } from './erasure'
import type { PersonExport } from './person-export'
import type { PersonHits } from './person-search'

/**
 * `under_way`: leads that are being sent just now, because of which nothing was erased. `other`: the id is that of an
 * erasure of other leads. `nobody`: none of the leads holds a person, if it is there at all.
 */
export type Erasing =
  | { kind: 'erased'; receipt: ErasureReceipt }
  | { kind: 'under_way'; leads: number }
  | { kind: 'other' }
  | { kind: 'nobody' }

/** What is done with persons in the database. */
export type PrivacyStore = {
  /** That somebody searched is recorded, and how many leads they found; not what for. */
  find(search: string, requester: Requester): Promise<PersonHits>
  /** Each lead that is handed out is recorded. */
  export(leadIds: string[], now: Date, requester: Requester): Promise<PersonExport>
  /** All or nothing, its receipt and its audit event with it. Leads that are anonymised already do not count. */
  erase(request: ErasureRequest, requester: Requester, now: Date): Promise<Erasing>
  receipt(id: string): Promise<ErasureReceipt | null>
  /** Newest first. */
  receipts(limit: number): Promise<ErasureReceipt[]>
}
