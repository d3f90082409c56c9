import type { Lease } from './lease'

/** A request to Vitec, made before it is sent so that it can be written down first. */
export type PreparedRequest = {
  /** Without credentials. */
  url: string
  /** JSON, as it goes over the wire. */
  body: string
}

/** A request that is ready to go out. */
export type Prepared = PreparedRequest & {
  /** Makes one attempt, as long as its lease holds. Never throws: every outcome is a result. */
  send: (lease?: Lease) => Promise<AttemptResult>
}

type Answered = {
  httpStatus: number | null
  /** The body of the answer, cut at 64 KiB. */
  answer: string | null
}

/**
 * What became of one attempt. The caller has to look: there is no exception to forget.
 *
 * - `delivered`: Vitec created the lead.
 * - `rejected`: Vitec refused this lead for good; `word` is what it said.
 * - `unknown`: sent, and nothing came back that settles it.
 * - `not_sent`: the request never reached Vitec. Safe to retry.
 * - `not_saved`: Vitec answered that it did not save. Safe to retry.
 * - `misconfigured`: credentials, rights or paths are wrong, not the lead; its customer is paused.
 */
export type AttemptResult =
  | (Answered & { outcome: 'delivered'; httpStatus: number; vitecLeadId: string })
  | (Answered & { outcome: 'rejected'; httpStatus: number; word: string })
  | (Answered & { outcome: 'unknown'; errorKind: ErrorKind; word: string })
  | (Answered & {
      outcome: 'not_sent' | 'not_saved'
      errorKind: ErrorKind
      word: string
      retryAfterMs: number | null
    })
  | (Answered & { outcome: 'misconfigured'; errorKind: ErrorKind; word: string })

/** Why an attempt did not settle, or did not get through. */
export const errorKinds = [
  'dns',
  'refused',
  'connect_timeout',
  'tls',
  'timeout',
  'reset',
  'unreadable_answer',
  'gateway',
  'server_error',
  'limited',
  'unavailable',
  'credentials',
  'rights',
  'path',
  'redirect',
  'unreadable_account',
  'interrupted',
  'lease',
  'other',
] as const
export type ErrorKind = (typeof errorKinds)[number]
