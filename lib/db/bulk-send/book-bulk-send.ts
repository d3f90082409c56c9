import type { Prisma } from '../generated/client'

/** SQL inside the transaction at hand. */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown[]>

/** {@link RunSql} over a Prisma transaction. */
export function sqlIn(transaction: Prisma.TransactionClient): RunSql {
  return (text, values) => transaction.$queryRawUnsafe(text, ...values)
}

/** Books a bulk's next step, inside the caller's transaction if there is one. Does nothing where one is booked. */
export type BookBulkSend = (run: RunSql, bulkSendId: string, at: Date) => Promise<void>
