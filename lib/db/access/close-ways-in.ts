import type { Prisma } from '../generated/client'

/** Ends whatever would let a person in without being asked anew: sessions, a sign-in half done, a link. */
export async function closeWaysIn(
  transaction: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
): Promise<void> {
  await transaction.personSession.deleteMany({ where: { userId: id } })
  // A sign-in that waits for its code holds the person's id.
  await transaction.signInChallenge.deleteMany({ where: { value: id } })
  await transaction.invitation.deleteMany({ where: { email } })
}
