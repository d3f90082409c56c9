import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import { beginHold } from '@/lib/sending/store/create-hold-store'
import { isSameDatabase, type Marks, marksSchema } from './marks'

/** `new`: seen for the first time. `other`: restored, copied or moved since it was seen last. */
export type Recognition = 'new' | 'same' | 'other'

/**
 * Finds out whether this is the database that it says it is. One that was restored, copied or moved holds all sending from
 * now on, until a person has looked: part of what waits may have been delivered since. Both are one transaction, so that
 * no crash leaves a copy that counts as known.
 */
export function recognise(prisma: PrismaClient, found: Marks): Promise<Recognition> {
  return prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'identity')
    const row = await transaction.databaseIdentity.findUnique({
      where: { number: 1 },
      select: { marks: true },
    })
    const recorded = row && marksSchema.parse(row.marks)
    if (recorded && isSameDatabase(recorded, found)) {
      await record(transaction, { ...recorded, ...found })
      return 'same'
    }
    await record(transaction, found)
    if (!recorded) return 'new'
    await beginHold(transaction, { reason: 'restored', actor: 'system', from: 'none' })
    return 'other'
  })
}

async function record(transaction: Prisma.TransactionClient, marks: Marks): Promise<void> {
  const data = { marks, recordedAt: new Date() }
  await transaction.databaseIdentity.upsert({
    where: { number: 1 },
    create: data,
    update: data,
    select: { number: true },
  })
}
