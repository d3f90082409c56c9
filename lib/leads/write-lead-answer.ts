import { z } from 'zod'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { isLive } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'
import type { KeptAnswer, Submitted } from '@/lib/idempotency/idempotency-store'
import type { LeadStatus, Obstacle } from './lead'
import type { LeadAnswer, LeadStatusAnswer } from './lead-answer'
import type { LeadRecord } from './lead-view'
import type { LeadWarning } from './lead-warning'
import type { NotReplaced } from './new-lead'

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

/** The answer to a lead that is stored: what its first attempt came to, in the contract's words. */
export function leadAnswer(state: LeadState, warnings: LeadWarning[], requestId: string): KeptAnswer {
  const { http, status, message } = outcomes[state.status]
  const body: LeadAnswer = {
    status,
    message: message(state),
    id: state.id,
    ...(warnings.length > 0 && {
      warnings: warnings.map((warning) => warning.message),
      warning_details: warnings,
    }),
    request_id: requestId,
  }
  return { httpStatus: http, body: JSON.stringify(body) }
}

const withId = z.object({ id: z.uuid() })

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
      const { id } = withId.parse(JSON.parse(body))
      const headers = new Headers({ 'Content-Type': 'application/json', Location: `/api/lead/${id}` })
      if (submitted.kind === 'replayed') headers.set('Idempotent-Replayed', 'true')
      return new Response(body, { status, headers })
    }
  }
}

/** Why a lead of the form does not take the place of another; nothing is stored. */
export function notReplaced(refusal: NotReplaced): AppError {
  switch (refusal.refused) {
    case 'not_found':
      return new AppError('not_found', 'There is no lead with that id to replace. Nothing was stored.')
    case 'replaced':
      return new AppError('replaced', 'Another lead has replaced it already. Nothing was stored.', {
        replacedBy: refusal.by,
      })
    case 'doubt':
      return new AppError('in_doubt', 'Vitec may have it already: look it up first. Nothing was stored.')
    case 'under_way':
      return new AppError('not_allowed', 'It is being sent just now. Nothing was stored.')
    case 'delivered':
      return new AppError('not_allowed', 'Vitec has it already. Nothing was stored.')
  }
}

/** What became of a lead, in the contract's names. Of one that waits and that no instance sends it says so. */
export function leadStatusAnswer(record: LeadRecord): Response {
  const { obstacle } = record
  const isStuck = record.status === 'pending' && obstacle !== null
  const body: LeadStatusAnswer = {
    id: record.id,
    status: record.status,
    message: isStuck ? obstacleWords(obstacle, record.environment) : lastWords(record),
    vitec_lead_id: record.vitecLeadId,
    lead_message: record.message,
    created_at: record.receivedAt,
    delivered_at: record.deliveredAt,
    next_attempt_at: isStuck ? null : record.nextAttemptAt,
    attempts: record.attempts.length,
  }
  return Response.json(body)
}

/** What is to be said of a lead: Vitec's own words where it has spoken of this lead, and not of us. */
function lastWords({ status, lastWord }: LeadRecord): string {
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
