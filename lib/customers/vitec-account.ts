import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { atMost, missingOr, withoutForbidden } from '@/lib/validation/fields'

const longest = 200

/** Of a secret every character counts: nothing is tidied. */
const verbatim = (forbidden: RegExp) =>
  z
    .string({ error: missingOr('not_text') })
    .min(1, 'required' satisfies FieldErrorCode)
    .check(atMost(longest))
    .check(withoutForbidden(forbidden))

/** A customer's own user name and password at Vitec. Basic authentication has no colon in a user name. */
export const vitecAccountSchema = z.object(
  { username: verbatim(/[\p{Cc}\p{Cs}:]/u), password: verbatim(/[\p{Cc}\p{Cs}]/u) },
  { error: 'not_object' satisfies FieldErrorCode },
)
export type VitecAccount = z.infer<typeof vitecAccountSchema>

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
