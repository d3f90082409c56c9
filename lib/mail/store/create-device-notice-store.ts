import type { PrismaClient } from '@/lib/db/generated/client'
import { takeLockOf } from '@/lib/db/locks'
import type { ClaimedDeviceNotice, DeviceNoticeStore } from '@/lib/mail/device-notices'

/** {@link DeviceNoticeStore} on PostgreSQL. */
export function createDeviceNoticeStore(prisma: PrismaClient): DeviceNoticeStore {
  return {
    async add(personId) {
      await prisma.$transaction(async (transaction) => {
        // Of two sign-ins at once the second waits here, and then sees what the first has kept.
        await takeLockOf(transaction, 'deviceNotices', personId)
        await transaction.$executeRaw`
          INSERT INTO device_notice (id, person_id, at, next_at, expires_at)
          SELECT gen_random_uuid(), p.id, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '2 days'
          FROM person p WHERE p.id = ${personId}::uuid
            AND NOT EXISTS (SELECT FROM device_notice d WHERE d.person_id = p.id)`
      })
    },
    async claim() {
      const [claimed] = await prisma.$queryRaw<ClaimedDeviceNotice[]>`
        UPDATE device_notice d SET leased_until = clock_timestamp() + interval '1 minute'
        FROM person p WHERE p.id = d.person_id AND p.disabled_at IS NULL AND d.id = (
          SELECT o.id FROM device_notice o JOIN person q ON q.id = o.person_id
          WHERE o.next_at <= clock_timestamp() AND q.disabled_at IS NULL
            AND (o.leased_until IS NULL OR o.leased_until <= clock_timestamp())
          ORDER BY o.next_at, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED)
        RETURNING d.id::text, p.email, d.at, d.tries, d.leased_until AS "leasedUntil"`
      return claimed ?? null
    },
    async done({ id, leasedUntil }) {
      await prisma.deviceNotice.deleteMany({ where: { id, leasedUntil } })
    },
    async retry({ id, leasedUntil }, ms) {
      await prisma.$executeRaw`
        UPDATE device_notice SET tries = tries + 1, leased_until = NULL,
          next_at = clock_timestamp() + ${ms} * interval '1 millisecond'
        WHERE id = ${id}::uuid AND leased_until = ${leasedUntil}`
    },
  }
}
