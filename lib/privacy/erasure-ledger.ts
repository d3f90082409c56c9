import { z } from 'zod'
import { erasureReceiptSchema, mostLeads } from './erasure'

/**
 * An erasure as it is written down outside the database: its receipt, and the ids of the leads whose person it removed.
 * Ids, numbers and a time; who asked for it is an actor's id. A line of a later version is not read.
 */
export const ledgerLineSchema = erasureReceiptSchema.omit({ byName: true }).extend({
  version: z.literal(1),
  by: z.string().regex(/^(open|system|(person|key):[A-Za-z0-9_-]{1,64})$/),
  leadIds: z.array(z.uuid()).max(mostLeads),
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
  /** Another text when anybody has changed the ledger since. */
  state(): Promise<string>
}
