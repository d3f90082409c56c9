import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { DeviceOwner } from '@/lib/people/known-device'
import type { AccountOf } from '@/lib/people/person-store'

/**
 * Whom browsers may be known to; see `PersonStore.deviceOwner`. A password's hash has a salt of its own, and a second
 * factor an id: both are others even where the same was chosen again.
 */
export async function findDeviceOwner(
  prisma: Pick<PrismaClient, 'person'>,
  account: AccountOf,
): Promise<DeviceOwner | null> {
  const person = await prisma.person.findUnique({
    where: { ...account, disabledAt: null },
    select: {
      id: true,
      credentials: { select: { password: true }, orderBy: { id: 'asc' } },
      secondFactors: { where: { verified: true }, select: { id: true }, orderBy: { id: 'asc' } },
    },
  })
  if (!person) return null
  const { id, credentials, secondFactors } = person
  const stamp = createHash('sha256')
    .update(JSON.stringify([credentials, secondFactors]))
    .digest('base64url')
  return { personId: id, stamp }
}
