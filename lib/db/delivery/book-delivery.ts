import type { Prisma } from '../generated/client'

/** SQL inside the transaction at hand. */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown[]>

/** Books an attempt for a lead at a time, inside the caller's transaction: both happen or neither. */
export type BookDelivery = (run: RunSql, leadId: string, at: Date) => Promise<void>

/** {@link RunSql} over a Prisma transaction. */
export function sqlIn(transaction: Prisma.TransactionClient): RunSql {
  return (text, values) => transaction.$queryRawUnsafe(text, ...values)
}
