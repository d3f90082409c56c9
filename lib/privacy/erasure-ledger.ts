import { z } from 'zod'
import { erasureReceiptSchema, mostErasedLeads } from './erasure'

/**
 * An erasure as it is written down outside the database: its receipt, and the ids of the leads whose person it removed.
 * Ids, numbers and a time; who asked for it is an actor's id. A line of a later version is not read.
 */
export const ledgerLineSchema = erasureReceiptSchema.omit({ byName: true }).extend({
  version: z.literal(1),
  by: z.string().regex(/^(open|system|(person|key):[A-Za-z0-9_-]{1,64})$/),
  leadIds: z.array(z.uuid()).max(mostErasedLeads),
})
export type LedgerLine = z.infer<typeof ledgerLineSchema>

/** A line as it was found, by its number from 1; `null` where it is none that can be read. */
export type FoundLine = { number: number; line: LedgerLine | null }

/**
 * The erasures, in a place that a restore of the database does not reach. Lines are only ever added. One that is there
 * twice counts once.
 */
export type ErasureLedger = {
  place: string
  /** Each line is on disk when this resolves. Rejects when that is not certain. */
  append(lines: LedgerLine[]): Promise<void>
  /** The lines in their order, without those that are empty. */
  read(): AsyncIterable<FoundLine>
  /** Another text once the ledger was changed. */
  state(): Promise<string>
}

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
