import type { Prisma } from '../../generated/client'

/** Until the transaction ends nobody else begins, confirms or advances a run: there is never more than one. */
export async function lockRuns(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`LOCK TABLE retention_run IN SHARE ROW EXCLUSIVE MODE`
}
