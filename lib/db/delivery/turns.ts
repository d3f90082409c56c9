import type { PreparedRequest } from '@/lib/delivery/attempt-result'
import type { OpenAttempt, Turn } from '@/lib/delivery/delivery-store'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Database } from '../open-database'

type Sql = Pick<Database, 'pool'>

type PlaceRow = {
  kind: 'place' | 'full' | 'held' | 'idle'
  waitMs: number | null
  place: string | null
  leadId: string | null
  isProbe: boolean
  abandoned: boolean
}

/** Whose turn it is, over all instances: `take_place` in the migrations. Named, so that it is planned once a connection. */
export async function takePlace(
  { pool }: Sql,
  { environment, limits }: { environment: EnvironmentId; limits: OutboundLimits },
  onlyLead: string | null,
): Promise<Turn> {
  const { atOnce, perSecond, magicPrefix } = limits
  const { rows } = await pool.query<PlaceRow>({
    name: 'take-place',
    text: `SELECT kind, wait_ms AS "waitMs", place::text, lead_id::text AS "leadId", is_probe AS "isProbe", abandoned
      FROM take_place($1, $2, $3, $4, $5, $6)`,
    values: [environment, atOnce, perSecond, limits.slotMs, magicPrefix, onlyLead],
  })
  const [row] = rows
  if (!row) throw new Error('a place came back empty')
  const { kind, waitMs, place, leadId, isProbe, abandoned } = row
  if (kind === 'place' && place !== null && leadId !== null)
    return { kind, place, leadId, isProbe, abandoned, waitMs: waitMs ?? 0 }
  return kind === 'full' || kind === 'held'
    ? { kind, abandoned, waitMs: waitMs ?? 0 }
    : { kind: 'idle', abandoned }
}

/** The last act before a lead is sent; `null` where the place was missed, or the lead is not what it was. */
export async function claimLead(
  { pool }: Sql,
  { place, leadId }: { place: string; leadId: string },
  request: PreparedRequest,
): Promise<OpenAttempt | null> {
  const { rows } = await pool.query<{ number: number | null; startedAt: Date; scheduleStep: number }>({
    name: 'claim-lead',
    text: `SELECT number, started_at AS "startedAt", schedule_step AS "scheduleStep" FROM claim_lead($1, $2, $3)`,
    values: [place, request.url, request.body],
  })
  const [claimed] = rows
  return !claimed || claimed.number === null ? null : { leadId, ...claimed, number: claimed.number }
}
