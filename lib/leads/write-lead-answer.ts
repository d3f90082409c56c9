import { z } from 'zod'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { isLive } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'
import type { KeptAnswer, Submitted } from '@/lib/idempotency/idempotency-store'
import type { LeadStatus, Obstacle } from './lead'
import type { LeadAnswer, LeadStatusAnswer, ListedLeadAnswer } from './lead-answer'
import type { LeadRecord } from './lead-view'
import type { LeadWarning } from './lead-warning'

type Outcome = {
  http: number
  status: LeadAnswer['status']
  message: (state: Pick<LeadState, 'word' | 'obstacle'>) => string
}

/** Why it waits is ours to mend, or Vitec's: its caller has nothing to do, and is not told of our password there. */
const waits = ({ word }: Pick<LeadState, 'word'>) =>
  word
    ? 'The lead is stored, and waits to be sent again by itself. There is nothing for you to do.'
    : 'The lead is stored and will be sent to Vitec.'

const queued: Outcome['message'] = (state) =>
  state.obstacle === null ? waits(state) : obstacleWords(state.obstacle, null)
const unknown =
  'The lead was sent, but Vitec gave no answer that settles it. A person decides; do not send it again.'

const notSent = {
  failed: 'The lead is stored. It could not be sent for a long time: a person decides what becomes of it.',
  cancelled: 'The lead is stored. A person has stopped it, and it is not sent.',
}

const outcomes: Record<LeadStatus, Outcome> = {
  delivered: { http: 200, status: 'OK', message: ({ word }) => word ?? '' },
  rejected: { http: 422, status: 'REJECTED', message: ({ word }) => word ?? 'Vitec refused the lead.' },
  unknown: { http: 202, status: 'UNKNOWN', message: () => unknown },
  pending: { http: 202, status: 'QUEUED', message: queued },
  failed: { http: 202, status: 'QUEUED', message: () => notSent.failed },
  cancelled: { http: 202, status: 'QUEUED', message: () => notSent.cancelled },
}

/** What an answer tells of a lead besides how it stands. */
type Told = { warnings: LeadWarning[]; reference: string | null; requestId: string }

/** The answer to a lead that is stored: what its first attempt came to, in the contract's words. */
export function leadAnswer(state: LeadState, { warnings, reference, requestId }: Told): KeptAnswer {
  const { http, status, message } = outcomes[state.status]
  const body: LeadAnswer = {
    status,
    message: message(state),
    id: state.id,
    state: state.status,
    reference,
    ...(warnings.length > 0 && {
      warnings: warnings.map((warning) => warning.message),
      warning_details: warnings,
    }),
    request_id: requestId,
  }
  return { httpStatus: http, body: JSON.stringify(body) }
}

/** In seconds: no sooner is a sender asked to ask again, and no later where an attempt is planned. */
const [soonest, latest] = [5, 3_600]
/** In seconds, where a person decides. */
const decidedByPeople = 900

type Standing = {
  status: LeadStatus
  nextAttemptAt: Date | string | null
  isReplaced?: boolean
  isBeingSent?: boolean
}

/**
 * After how many seconds there may be news of a lead: when it is attempted next, or a while where a person has to do something
 * first; `null` where nothing more is to come.
 */
export function askAgainIn(
  { status, nextAttemptAt, isReplaced = false, isBeingSent = false }: Standing,
  now: Date,
): number | null {
  if (status === 'delivered' || status === 'rejected' || status === 'cancelled') return null
  // Nobody sends it again. Where it is in doubt somebody may still find it.
  if (isReplaced && status === 'failed') return null
  if (status === 'pending' && isBeingSent) return soonest
  if (status !== 'pending' || nextAttemptAt === null) return decidedByPeople
  const seconds = Math.ceil((new Date(nextAttemptAt).getTime() - now.getTime()) / 1_000)
  return Math.min(latest, Math.max(soonest, seconds))
}

/** What was kept before answers had a state says the least. */
const keptBody = z.object({ id: z.uuid(), state: z.string().default('pending') })

/**
 * What a submission came to, over the wire: a replay has the same status and body, and says that it is one.
 * @throws {AppError} `key_reused`, `key_in_flight`
 */
export function submittedResponse(submitted: Submitted): Response {
  switch (submitted.kind) {
    case 'key_reused':
      throw new AppError('key_reused', 'This Idempotency-Key was used with another body.')
    case 'key_in_flight': {
      const message = 'A request with this Idempotency-Key is being processed right now.'
      throw new AppError('key_in_flight', message, {}, submitted.retryAfterS)
    }
    case 'stored':
    case 'replayed': {
      const { httpStatus: status, body } = submitted.answer
      const { id, state } = keptBody.parse(JSON.parse(body))
      const headers = new Headers({ 'Content-Type': 'application/json', Location: `/api/lead/${id}` })
      if (submitted.kind === 'replayed') headers.set('Idempotent-Replayed', 'true')
      // An answer that is repeated says nothing of what came since, but the lead's own address does.
      const since = state === 'pending' ? soonest : decidedByPeople
      const wait = submitted.kind === 'stored' ? (submitted.askAgainInS ?? decidedByPeople) : since
      if (status === 202) headers.set('Retry-After', String(wait))
      return new Response(body, { status, headers })
    }
  }
}

/** What is told of a lead to who sent it. Times are ISO 8601. */
export type SenderLead = Pick<
  LeadRecord,
  | 'id'
  | 'reference'
  | 'status'
  | 'lastWord'
  | 'obstacle'
  | 'environment'
  | 'vitecCustomerId'
  | 'vitecSourceId'
  | 'vitecLeadId'
  | 'receivedAt'
  | 'deliveredAt'
  | 'nextAttemptAt'
  | 'replacedById'
> & { attemptCount: number }

/** What became of a lead, in the contract's names. Of one that waits and that no instance sends it says so. */
export function leadStatusAnswer(record: LeadRecord): LeadStatusAnswer {
  const { message, attempts } = record
  return { ...listedLeadAnswer({ ...record, attemptCount: attempts.length }), lead_message: message }
}

/** The same, as a list has it. */
export function listedLeadAnswer(record: SenderLead): ListedLeadAnswer {
  const { obstacle } = record
  const isStuck = record.status === 'pending' && obstacle !== null
  return {
    id: record.id,
    reference: record.reference,
    state: record.status,
    status: record.status,
    message: isStuck ? obstacleWords(obstacle, record.environment) : lastWords(record),
    customer_id: record.vitecCustomerId,
    lead_id: record.vitecSourceId,
    vitec_lead_id: record.vitecLeadId,
    replaced_by: record.replacedById,
    created_at: record.receivedAt,
    delivered_at: record.deliveredAt,
    next_attempt_at: isStuck ? null : record.nextAttemptAt,
    attempts: record.attemptCount,
  }
}

/** What is to be said of a lead: Vitec's own words where it has spoken of this lead, and not of us. */
function lastWords({ status, lastWord }: Pick<SenderLead, 'status' | 'lastWord'>): string {
  if (status === 'pending') return waits({ word: lastWord })
  return status === 'failed' || status === 'cancelled' ? notSent[status] : (lastWord ?? '')
}

/** Why no instance sends a lead that waits, for a caller of the API. */
function obstacleWords(obstacle: Obstacle, environment: string | null): string {
  switch (obstacle) {
    case 'environment':
      return environment === null || isLive(environment)
        ? 'The lead was taken in for another address of Vitec. It waits until somebody here decides, and is not sent by itself.'
        : 'The lead was taken in by the sandbox. It is never sent to an agent: enter it again if it is a real one.'
    case 'hold':
    case 'restore':
      return 'The lead is stored. All sending is held just now: it waits until somebody here lets it go.'
  }
}
