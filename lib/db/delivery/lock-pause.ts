import type { Prisma } from '../generated/client'

/** Any number, as long as nobody else uses it with a second one. */
const pauses = 4_810_358

/**
 * Until the transaction ends nobody else pauses or resumes the customer: a lead that has just met the pause's cause is
 * not made due by somebody who did not see the pause.
 */
export async function lockPause(
  transaction: Prisma.TransactionClient,
  vitecCustomerId: string,
): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${pauses}::int, hashtext(${vitecCustomerId}))`
}
