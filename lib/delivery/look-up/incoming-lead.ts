import type { ErrorKind } from '../attempt-result'

/** A lead as Vitec's report lists it. What the report does not tell is `null` or empty. */
export type IncomingLead = {
  vitecLeadId: string | null
  leadSource: { id: string | null; name: string | null }
  /** All that its time may mean: two in the hour that the end of summer time repeats. */
  times: Date[]
  message: string | null
  name: string | null
  emails: string[]
  phones: string[]
}

/** Vitec's report, or why there is none; `word` is Vitec's own or ours, in English. */
export type IncomingLeadList =
  | { ok: true; leads: IncomingLead[] }
  | { ok: false; errorKind: ErrorKind; word: string }
