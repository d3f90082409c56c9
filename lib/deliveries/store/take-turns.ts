import type { Database } from '@/lib/db/open-database'
import type { PreparedRequest } from '@/lib/deliveries/attempt-result'
import type { LeadToSend, OpenAttempt, OutboundLimits, Turn } from '@/lib/deliveries/delivery-store'
import type { EnvironmentId } from '@/lib/environments/environment'
import { fromColumns, type LeadColumns, leadColumns, sqlName } from '@/lib/leads/store/add-lead'

type Columns = LeadColumns & { message: string; customerId: string | null; sealed: string | null }
/** What {@link sentColumns} selects: nothing at all where the lead is not there. */
type SentRow = Columns | Record<keyof Columns, null>

const columns = Object.keys(leadColumns).map((column) => {
  // As a moment: a day alone would be read in the time zone of this machine.
  const value =
    column === 'valuationDate' ? `l.valuation_date::timestamp AT TIME ZONE 'UTC'` : `l.${sqlName(column)}`
  return `${value} AS "${column}"`
})

/** Of a lead `l`, with {@link joinedAccount}: what is sent of it, and with which account. */
const sentColumns = `${columns}, l.message, account.customer_id::text AS "customerId", account.sealed`
const joinedAccount = `LEFT JOIN (customer c JOIN vitec_account account ON account.customer_id = c.id)
  ON c.vitec_id = l.vitec_customer_id`

const text = `SELECT ${sentColumns} FROM lead l ${joinedAccount} WHERE l.id = $1`

/** A lead as it is sent, with its customer's account. */
export async function readLead({ pool }: Pick<Database, 'pool'>, leadId: string): Promise<LeadToSend | null> {
  const { rows } = await pool.query<SentRow>({ name: 'read-lead', text, values: [leadId] })
  return rows[0] ? leadToSend(rows[0]) : null
}

/** A row of {@link SentRow}, or `null` where the lead was not there. */
function leadToSend({ message, customerId, sealed, ...lead }: SentRow): LeadToSend | null {
  if (message === null || lead.vitecCustomerId === null) return null
  const account = customerId === null || sealed === null ? null : { customerId, sealed }
  return { lead: fromColumns(lead), message, account }
}

type Sql = { pool: Pick<Database['pool'], 'query'> }
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
