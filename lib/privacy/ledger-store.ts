import type { LedgerLine } from './erasure-ledger'

/** What was erased again; `underWay` are leads that are being sent, and were left for the next time. */
export type ErasedAgain = { receipts: number; leads: number; underWay: number }

/** What the database has to do with the ledger of erasures. */
export type LedgerStore = {
  receiptCount(): Promise<number>
  /** All receipts by id, with how many leads show that they were erased with it. */
  receipts(): Promise<Map<string, number>>
  /** What the ledger has to say of these receipts, oldest first. */
  linesOf(receiptIds: string[]): Promise<LedgerLine[]>
  /** Which of these leads are in the database as if they had not been erased, or not by anybody. */
  broughtBack(leadIds: string[]): Promise<string[]>
  /**
   * Erases once more what a restore has brought back of these erasures, with their receipts and an audit event each,
   * in one transaction. Leads and erasures of another database are left alone.
   */
  eraseAgain(lines: LedgerLine[], now: Date): Promise<ErasedAgain>
}
