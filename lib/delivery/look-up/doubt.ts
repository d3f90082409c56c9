import type { Lead, LeadStatus } from '@/lib/lead/lead'
import type { AttemptResult } from '../attempt-result'

/** What a lead in Vitec is compared with. */
export type SoughtLead = Pick<Lead, 'vitecSourceId' | 'firstName' | 'lastName' | 'email' | 'phone'> & {
  /** As our list of customers has it; `null` where it has none. */
  leadSourceName: string | null
  /** As it was sent. */
  message: string
  /** Another lead of the same person may be there under an id we do not know: then the person alone settles nothing. */
  hasTwin: boolean
}

/** A lead of which nobody knows whether it arrived, and how it was sent. */
export type Doubt = {
  /** It was born for the Vitec that is asked. */
  isOurs: boolean
  /** When it came in, where it waits in a database that was restored since, and may have been delivered in between. */
  restoredSince: Date | null
  vitecCustomerId: string
  status: LeadStatus
  /** Attempts begun. What is settled later is settled for this number only. */
  attemptCount: number
  sought: SoughtLead
  /** Newest first. */
  attempts: DoubtAttempt[]
}

export type DoubtAttempt = {
  outcome: AttemptResult['outcome'] | null
  startedAt: Date
  /** `null` while it is under way. */
  endedAt: Date | null
}
