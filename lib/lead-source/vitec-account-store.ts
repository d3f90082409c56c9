import type { Requester } from '@/lib/audit/audit-event'

/** A customer's own account at Vitec, sealed. `customerId` is the row's, and whom it is sealed for. */
export type SealedAccount = { customerId: string; sealed: string }

/** Customers' own accounts at Vitec. What is in here is sealed, and is opened only to be used. */
export type VitecAccountStore = {
  /** Sets or replaces it. Its audit event is written with it. @throws {AppError} `not_found` */
  set(account: SealedAccount, now: Date, requester: Requester): Promise<void>
  /**
   * From now on the customer has none of its own. Its audit event is written with it.
   * @throws {AppError} `not_found` where it had none
   */
  remove(customerId: string, requester: Requester): Promise<void>
  /** Of the customer with this id in Vitec; `null` where it has none of its own. */
  find(vitecCustomerId: string): Promise<SealedAccount | null>
  all(): Promise<SealedAccount[]>
  /** Seals one anew, unless it was set meanwhile. Resolves to whether it did. */
  reseal(account: SealedAccount, sealed: string): Promise<boolean>
}
