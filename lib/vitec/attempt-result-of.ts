import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { ownWord } from '@/lib/deliveries/own-word'
import { isRecord } from '@/lib/validation/parse-input'
import { answerWord, parseJson } from './answer-word'
import { classifyFault, classifyStatus } from './classify'
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

/**
 * The id of the created lead in a 2xx answer, or `null`.
 *
 * Expected is a JSON string, as Vitec's sibling endpoints answer; a number, `{ "id": … }`, `{ "leadId": … }`
 * and the bare id as text are taken too. Of an answer whose end is not known, only a JSON string or object is
 * believed: it shows where it ends, while half a bare id, or half a number, looks like a whole one.
 */
export function createdId(body: string, endIsKnown: boolean): string | null {
  const text = body.trim()
  const isBare = !/^["{]/.test(text)
  // A GUID may be bare in braces.
  if (isBare || isSaneId(text)) return endIsKnown ? nameless(text) : null
  const answer = parseJson(text)
  if (typeof answer === 'string') return nameless(answer.trim())
  return isRecord(answer) && !tellsOfAnError(answer) ? named(answer) : null
}

/** A value whose name does not call it an id may be a status, a count, or a yes: a short number is none. */
function nameless(text: string): string | null {
  return isSaneId(text) && !/^\d{1,3}$/.test(text) ? text : null
}

function named(answer: Record<string, unknown>): string | null {
  const entry = Object.entries(answer).find(([key]) => ['id', 'leadid'].includes(key.toLowerCase()))
  const id = entry?.[1]
  const text = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : ''
  return isSaneId(text) ? text : null
}

const errors = ['error', 'errors', 'exception', 'exceptionmessage', 'modelstate']

/** An error may have an id of its own. */
function tellsOfAnError(answer: Record<string, unknown>): boolean {
  return Object.entries(answer).some(([key, value]) => {
    const name = key.toLowerCase()
    if (name === 'success') return value === false
    if (name === 'status' || name === 'statuscode') return Number(value) >= 400
    return errors.includes(name) && !isNothing(value)
  })
}

function isNothing(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0)
}

/** Digits, not all of them zeros. */
const number = /^(?=.*[1-9])\d{1,40}$/
/** With hyphens or without, not all of it zeros. */
const guid = /^(?=.*[1-9a-f])\{?[0-9a-f]{8}(-?)([0-9a-f]{4}\1){3}[0-9a-f]{12}\}?$/i
/**
 * As Vitec's ids of other things are made: capitals, begun with `CM`, or with a serial number behind the letters. Codes
 * of errors have a word, or fewer digits: `ERROR_12`, `ORA-12154`, `AADSTS700016`.
 */
const code = /^(?!.*(?:ERR|FAIL|FEL|EXC))(?=.*[1-9])(?:CM|(?=(?:\D*\d){8})[A-Z])[A-Z0-9_.:-]{0,98}$/

/** Whether a text may be the id of a lead in Vitec, whose form is not documented. */
export function isSaneId(text: string): boolean {
  return number.test(text) || guid.test(text) || code.test(text)
}
