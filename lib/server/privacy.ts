import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { ErasureReceipt, ErasureRequest } from '@/lib/privacy/erasure'
import { expireLeads } from '@/lib/privacy/expire-leads'
import type { PersonExport } from '@/lib/privacy/person-export'
import type { PersonHits } from '@/lib/privacy/person-search'
import type { PrivacyStore, Requester } from '@/lib/privacy/privacy-store'
import type { Retention } from '@/lib/privacy/retention'

/** How long others have the database between two batches, in ms. */
const restMs = 100

const shownReceipts = 50

/** Personal data, as the rest of the application uses them. */
export function createPrivacy(store: PrivacyStore, retention: Retention) {
  const now = () => new Date()
  let isClosed = false
  return {
    retention,
    find: (search: string): Promise<PersonHits> => store.find(search),
    export: (leadIds: string[]): Promise<PersonExport> => store.export(leadIds, now()),
    /** Removes everything of a person from leads, for good. @throws {AppError} `not_allowed` while one is being sent */
    async erase(request: ErasureRequest, requester: Requester): Promise<ErasureReceipt> {
      const erasing = await store.erase(request, requester, now())
      if (erasing.kind === 'erased') return erasing.receipt
      const message = 'A lead is being sent just now. Nothing was erased: try again in a minute.'
      throw new AppError('not_allowed', message, { underWay: erasing.leads })
    },
    /** `null` where there is none with that id. */
    receipt: (id: string): Promise<ErasureReceipt | null> => store.receipt(id),
    /** The newest ones. */
    receipts: (): Promise<ErasureReceipt[]> => store.receipts(shownReceipts),
    /** For the nightly sweep: anonymises what is older than it may be. */
    async expire(): Promise<void> {
      if (retention.months === null) return
      const rest = () => wait(restMs)
      const expired = await expireLeads({ store, now, rest, isWanted: () => !isClosed }, retention.months)
      if (expired > 0) log.info({ expired }, 'anonymised what was older than it may be kept')
    },
    /** Ends the nightly sweep after its batch. */
    close(): void {
      isClosed = true
    },
  }
}
