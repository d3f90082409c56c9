import { birthplace, type Past } from '@/lib/delivery/environment/birthplace'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { PrismaClient } from '../generated/client'

type Pause = { vitecCustomerId: string; requestUrl: string | null; reason: string | null }

/** Gives pauses from before pauses had an environment the one that the customer's newest attempt was made in, and why. */
export async function movePauses(prisma: PrismaClient, past: Past, current: EnvironmentId): Promise<void> {
  const pauses = await prisma.$queryRaw<Pause[]>`
    SELECT p.vitec_customer_id AS "vitecCustomerId", newest.request_url AS "requestUrl",
      newest.error_kind AS reason
    FROM delivery_pause p LEFT JOIN LATERAL (
      SELECT a.request_url, a.error_kind FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
      WHERE l.vitec_customer_id = p.vitec_customer_id ORDER BY a.started_at DESC LIMIT 1
    ) newest ON TRUE`
  for (const { vitecCustomerId, requestUrl, reason } of pauses) {
    const requestUrls = requestUrl === null ? [] : [requestUrl]
    const environment = birthplace({ requestUrls, actor: null }, past, current)
    await prisma.$executeRaw`
      WITH former AS (DELETE FROM delivery_pause WHERE vitec_customer_id = ${vitecCustomerId} RETURNING *)
      INSERT INTO customer_pause (environment, vitec_customer_id, reason, since, next_probe_at)
      SELECT ${environment}, vitec_customer_id, ${reason ?? ''}, since, next_probe_at FROM former
      ON CONFLICT (environment, vitec_customer_id) DO NOTHING`
  }
}
