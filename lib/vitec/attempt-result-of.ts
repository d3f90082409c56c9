import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { ownWord } from '@/lib/deliveries/own-word'
import { answerWord } from './answer-word'
import { classifyFault, classifyStatus } from './classify'
import { createdId } from './created-id'
import type { Answer, Fault } from './exchange'

/** What one exchange with Vitec made of the lead. `now` is for a Retry-After that names a time. */
export function attemptResultOf(exchange: Answer | Fault, now: Date): AttemptResult {
  return exchange.kind === 'answer' ? answered(exchange, now) : unanswered(exchange)
}

function unanswered(fault: Fault): AttemptResult {
  const { outcome, ...reason } = classifyFault(fault)
  const nothing = { httpStatus: null, answer: null, ...reason }
  return outcome === 'unknown' ? { outcome, ...nothing } : { outcome, ...nothing, retryAfterMs: null }
}

function answered(answer: Answer, now: Date): AttemptResult {
  const { status, contentType, body } = answer
  const verdict = classifyStatus(status)
  const said = { httpStatus: status, answer: body }
  const word = answerWord(status, contentType, body)
  switch (verdict.outcome) {
    case 'delivered':
      return created(answer)
    case 'rejected':
      return { ...said, outcome: 'rejected', word }
    case 'not_saved':
      return {
        ...said,
        ...verdict,
        outcome: 'not_saved',
        word,
        retryAfterMs: retryAfterMs(answer.retryAfter, now),
      }
    case 'misconfigured':
      return { ...said, ...verdict, outcome: 'misconfigured', word: redirectWord(answer) ?? word }
    case 'unknown':
      return { ...said, ...verdict, outcome: 'unknown', word }
  }
}

/** A 2xx. Its id settles it, even when the connection broke behind the id. */
function created({ status, body, end }: Answer): AttemptResult {
  const said = { httpStatus: status, answer: body }
  const vitecLeadId = createdId(body, end === 'complete')
  if (vitecLeadId !== null) return { ...said, outcome: 'delivered', vitecLeadId }
  const reason =
    typeof end === 'object'
      ? classifyFault({ connected: true, secure: false, code: end.fault })
      : {
          errorKind: 'unreadable_answer' as const,
          word: ownWord('no_id', status),
        }
  return { ...said, outcome: 'unknown', errorKind: reason.errorKind, word: reason.word }
}

function redirectWord({ status, location }: Answer): string | null {
  return status < 400 && location !== null ? `HTTP ${status} → ${location.slice(0, 200)}` : null
}

const maxMs = 60 * 60 * 1000
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * How long a Retry-After header asks us to wait, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3;
 * its two obsolete date forms are not read). At most an hour is honoured. `null` when it asks for nothing.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? ''
  const asked = /^\d+$/.test(value)
    ? Number(value) * 1000
    : httpDate.test(value)
      ? Date.parse(value) - now.getTime()
      : Number.NaN
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, 0), maxMs)
}
