import type { PreparedRequest } from '@/lib/delivery/attempt-result'
import type { OpenAttempt, Turn } from '@/lib/delivery/delivery-store'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Database } from '../open-database'
import { joinedAccount, leadToSend, type SentRow, sentColumns } from './lead-to-send'

type Sql = Pick<Database, 'pool'>
type Here = { environment: EnvironmentId; limits: OutboundLimits }

type TurnRow = {
  kind: 'place' | 'full' | 'held' | 'idle'
  waitMs: number | null
  place: string | null
  leadId: string | null
  isProbe: boolean
  abandoned: boolean
} & SentRow

/** Turns, and what is sent, of leads that were there when the statement began. */
const takeText = `
  SELECT t.kind, t.wait_ms AS "waitMs", t.place::text, t.lead_id::text AS "leadId", t.is_probe AS "isProbe", t.abandoned,
    ${sentColumns}
  FROM take_turns($1, $2, $3, $4, $5, $6, $7) t LEFT JOIN lead l ON l.id = t.lead_id ${joinedAccount}
  ORDER BY t.turn`

/** In ms. As long as a turn says that nothing will be due, at the most. */
const longest = 60_000

/** Whose turn it is, over all instances: `take_turns` in the migrations. Named, so that it is planned once a connection. */
export async function takeTurns(
  { pool }: Sql,
  { environment, limits }: Here,
  { count = 1, onlyLead = null }: { count?: number; onlyLead?: string | null },
): Promise<Turn[]> {
  const { atOnce, perSecond, magicPrefix } = limits
  const { rows } = await pool.query<TurnRow>({
    name: 'take-turns',
    text: takeText,
    values: [environment, atOnce, perSecond, limits.slotMs, magicPrefix, onlyLead, count],
  })
  return rows.map(toTurn)
}

/** {@link takeTurns} for one. */
export async function takePlace(sql: Sql, here: Here, onlyLead: string | null): Promise<Turn> {
  const [turn] = await takeTurns(sql, here, { onlyLead })
  if (!turn) throw new Error('a place came back empty')
  return turn
}

function toTurn({ kind, waitMs, place, leadId, isProbe, abandoned, ...sent }: TurnRow): Turn {
  if (kind === 'place' && place !== null && leadId !== null)
    return { kind, place, leadId, isProbe, abandoned, waitMs: waitMs ?? 0, found: leadToSend(sent) }
  if (kind === 'full' || kind === 'held') return { kind, abandoned, waitMs: waitMs ?? 0 }
  return { kind: 'idle', abandoned, waitMs: waitMs ?? longest }
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
