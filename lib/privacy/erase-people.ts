import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { ErasureReceipt, ErasureRequest, RecordedErasure } from './erasure'
import type { PersonExport, PersonHits } from './person-search'
import type { PrivacyStore } from './privacy-store'
import type { LedgerKeeping } from './reconcile-erasures'

const shownReceipts = 50

/** Personal data, as the rest of the application uses them. */
export function createPrivacy(store: PrivacyStore, ledger: LedgerKeeping) {
  const now = () => new Date()
  return {
    find: (search: string, requester: Requester): Promise<PersonHits> => store.find(search, requester),
    export: (leadIds: string[], requester: Requester): Promise<PersonExport> =>
      store.export(leadIds, now(), requester),
    /**
     * Removes everything of a person from leads, for good, and writes it down outside the database before this resolves.
     * @throws {AppError} `not_allowed` while one is being sent, `id_reused` where other leads were erased with that id,
     * `not_found` where none of them holds a person
     */
    async erase(request: ErasureRequest, requester: Requester): Promise<RecordedErasure> {
      const erasing = await store.erase(request, requester, now())
      if (erasing.kind === 'erased')
        return { ...erasing.receipt, inLedger: await ledger.record(erasing.receipt.id) }
      if (erasing.kind === 'other')
        throw new AppError('id_reused', 'That id is of an erasure of other leads. Nothing was erased.')
      if (erasing.kind === 'no_person')
        throw new AppError('not_found', 'None of these leads holds a person. Nothing was erased.')
      const message = 'A lead is being sent just now. Nothing was erased: try again in a minute.'
      throw new AppError('not_allowed', message, { underWay: erasing.leads })
    },
    /** `null` where there is none with that id. */
    async receipt(id: string): Promise<RecordedErasure | null> {
      const receipt = await store.receipt(id)
      return receipt && { ...receipt, inLedger: ledger.has(receipt.id) }
    },
    /** The newest ones. */
    receipts: (): Promise<ErasureReceipt[]> => store.receipts(shownReceipts),
  }
}
