import type { ErasureReceipt, ErasureRequest } from './erasure'
import type { PersonExport } from './person-export'
import type { PersonHits } from './person-search'

/** Who asks for an erasure, and from which address. */
export type Requester = { by: string; from: string }

/** `under_way`: leads that are being sent just now, because of which nothing was erased. */
export type Erasing = { kind: 'erased'; receipt: ErasureReceipt } | { kind: 'under_way'; leads: number }

/** What is done with persons in the database. */
export type PrivacyStore = {
  find(search: string): Promise<PersonHits>
  export(leadIds: string[], now: Date): Promise<PersonExport>
  /** All or nothing, its receipt and its audit event with it. Leads that are anonymised already do not count. */
  erase(request: ErasureRequest, requester: Requester, now: Date): Promise<Erasing>
  receipt(id: string): Promise<ErasureReceipt | null>
  /** Newest first. */
  receipts(limit: number): Promise<ErasureReceipt[]>
  /**
   * Anonymises the next leads received before `before`, and removes the stand-in's entries of then. Leaves leads that
   * are under way. Resolves to how many of both; 0 when there are none left.
   */
  expire(before: Date, now: Date): Promise<number>
}
