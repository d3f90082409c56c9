import type { DeliveryStore, OpenAttempt, OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { LeadStatus } from '@/lib/leads/lead'

/** What a history does with the store. */
export type SimulatedStore = Pick<
  DeliveryStore,
  'takePlace' | 'claim' | 'settle' | 'settleInterrupted' | 'liftPause' | 'act' | 'resume'
>

/** The database of one history: the real one, a model, or both. */
export type SimulatedDatabase = {
  store: SimulatedStore
  /** What time it is to it, and to the instance that asks it, which must not matter. In ms. */
  setTime(time: Times): Promise<void>
  addLeads(leads: { id: string; customer: string }[]): Promise<void>
  /** As long as nothing is written until then, what was last answered to an instance that asked for a place stays true. */
  quietUntil(): Promise<number>
  /** Whether a place would be had now. Changes nothing. */
  couldSend(): Promise<boolean>
  /** How many rows were written with the end of an attempt: by table. */
  writtenWith(attempt: OpenAttempt): Promise<Record<string, number>>
  /** Whether leads wait, or attempts are open. */
  isUnfinished(): Promise<boolean>
  state(): Promise<DeliveryState>
}
type Times = { database: number; instance: number }

/** Makes the database of a history that begins then, without leads. */
export type CreateDatabase = (limits: OutboundLimits, beginMs: number) => Promise<SimulatedDatabase>

/** What deliveries keep in the database, times in ms. What is drawn at random there (ids of places) is left out. */
export type DeliveryState = {
  schedule: { nextAt: number; seenAt: number; lastCustomer: string }
  leads: LeadRow[]
  attempts: AttemptRow[]
  places: PlaceRow[]
  troubles: TroubleRow[]
  pauses: PauseRow[]
  events: EventRow[]
}

export type LeadRow = {
  id: string
  customer: string
  receivedAt: number
  status: LeadStatus
  nextAttemptAt: number | null
  lane: number
  attempts: number
  step: number
  vitecLeadId: string | null
}
export type AttemptRow = {
  id: string
  leadId: string
  number: number
  startedAt: number
  endedAt: number | null
  outcome: string | null
  errorKind: string | null
  answeredLateAt: number | null
}
export type PlaceRow = { leadId: string; customer: string; at: number; isProbe: boolean }
export type TroubleRow = {
  customer: string
  leadIds: string[]
  trippedAt: number | null
  heldUntil: number | null
  limitedAt: number | null
  oneAtATime: boolean
}
type PauseRow = { customer: string; since: number; nextProbeAt: number }
type EventRow = { leadId: string; kind: string; attempt: number }

const columns = {
  leads: `id::text, vitec_customer_id AS customer, ms(received_at) AS "receivedAt", status,
    ms(next_attempt_at) AS "nextAttemptAt", lane, attempt_count AS attempts, schedule_step AS step,
    vitec_lead_id AS "vitecLeadId" FROM lead ORDER BY id`,
  attempts: `id::text, lead_id::text AS "leadId", number, ms(started_at) AS "startedAt", ms(ended_at) AS "endedAt",
    outcome, error_kind AS "errorKind", ms(answered_late_at) AS "answeredLateAt"
    FROM delivery_attempt ORDER BY lead_id, number`,
  places: `lead_id::text AS "leadId", vitec_customer_id AS customer, ms(at) AS at, is_probe AS "isProbe"
    FROM outbound_place ORDER BY lead_id`,
  troubles: `vitec_customer_id AS customer, lead_ids AS "leadIds", ms(tripped_at) AS "trippedAt",
    ms(held_until) AS "heldUntil", ms(limited_at) AS "limitedAt", one_at_a_time AS "oneAtATime"
    FROM customer_trouble ORDER BY vitec_customer_id`,
  pauses: `vitec_customer_id AS customer, ms(since) AS since, ms(next_probe_at) AS "nextProbeAt"
    FROM customer_pause ORDER BY vitec_customer_id`,
  events: `lead_id::text AS "leadId", kind, attempt FROM lead_event ORDER BY id`,
}

/** Reads all of it at once, as JSON with the names of {@link DeliveryState}. */
export const stateQuery = `SELECT json_build_object(
  'schedule', (SELECT row_to_json(s) FROM (
    SELECT ms(next_at) AS "nextAt", ms(seen_at) AS "seenAt", last_customer AS "lastCustomer" FROM outbound_schedule WHERE number = 1) s),
  ${Object.entries(columns)
    .map(([name, rest]) => `'${name}', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT ${rest}) r)`)
    .join(',\n  ')}) AS state`.replaceAll(/\bms\(/g, 'simulated_ms(')
