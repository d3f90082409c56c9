import { type EnvironmentId, testing } from '@/lib/environments/environment'
import { Prisma } from './generated/client'

/** That a lead of the table `lead` is being sent, and its answer is still to be written. */
export const isUnderWay = Prisma.sql`EXISTS (
  SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`

/** That a lead of the table `lead` still has its person. */
export const hasPerson = Prisma.sql`lead.anonymised_at IS NULL`

/** That no other lead was made of a lead of the table `lead`: one that was replaced is never sent again. */
export const isNotReplaced = Prisma.sql`lead.replaced_by_id IS NULL`

/** That a person has to do something about the lead: word for word what the index `lead_to_do` asks, which then finds it. */
export const isToDo = Prisma.sql`(lead.status = 'rejected' OR lead.status = 'unknown' OR lead.status = 'failed')
  AND ${isNotReplaced} AND lead.set_aside_at IS NULL AND ${hasPerson}`

/** That the lead's customer is paused, where the lead was born: what one Vitec refuses says nothing of another. */
export const isPaused = Prisma.sql`EXISTS (
  SELECT FROM customer_pause p
  WHERE p.environment = lead.environment AND p.vitec_customer_id = lead.vitec_customer_id)`

/** That a lead was born where this process sends. One without a place of birth was not. */
export function isBornIn(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`lead.environment = ${environment}`
}

/** That a process that sends to `environment` sends the lead, or has its own stand-in take it: see `testing`. */
export function isSentFrom(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`lead.environment IN (${environment}, ${testing})`
}

/** That a test key handed the lead in: word for word what the index `lead_of_test` asks. */
export const isTest = Prisma.sql`lead.environment = 'test'`

/**
 * That no test key handed the lead in: what is counted, listed and told of, unless tests are asked for. One without a place of
 * birth is none of theirs. The planner takes it for what nearly all leads are, and no index is chosen by it.
 */
export const isNoTest = Prisma.sql`lead.environment IS DISTINCT FROM 'test'`

/** That all sending is held, and the lead was not let out. */
export const isHeld = Prisma.sql`EXISTS (
  SELECT FROM sending_hold h WHERE lead.released_from IS DISTINCT FROM h.id)`

/** That the lead is held since the database was restored, and was in it then: it may have been delivered since. */
export const isOfRestore = Prisma.sql`EXISTS (
  SELECT FROM sending_hold h
  WHERE h.reason = 'restored' AND lead.received_at < h.since AND lead.released_from IS DISTINCT FROM h.id)`

/**
 * That a person's "it is in Vitec" can be taken back: no answer has shown that it is there, and no other lead was made of
 * it. One that waited because the database was restored has to be held still: else it would be sent at once.
 */
export const canUnsettle = Prisma.sql`(
  lead.status = 'delivered' AND lead.vitec_lead_id IS NULL AND lead.replaced_by_id IS NULL AND ${hasPerson}
  AND (lead.settled_from = 'unknown' OR (lead.settled_from = 'pending' AND ${isOfRestore})))`

/** That no attempt to send the lead is under way. */
export const isAtRest = Prisma.sql`NOT ${isUnderWay}`

/**
 * That a row of the table `lead` may be sent by a process that sends there, once its time has come and it is at rest. The
 * claim itself asks it, in the statement that claims, and so does whatever looks for leads to send.
 */
export function sendable(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`lead.status = 'pending' AND ${hasPerson}
    AND ${isBornIn(environment)} AND NOT ${isHeld}`
}

/**
 * When a lead of the table `lead` is sent next, as far as anyone can say: none while its customer is paused, later where
 * the customer is left alone.
 */
export const nextAttemptAt = Prisma.sql`CASE WHEN NOT ${isPaused} THEN greatest(lead.next_attempt_at, (
  SELECT t.held_until FROM customer_trouble t
  WHERE lead.next_attempt_at IS NOT NULL
    AND t.environment = lead.environment AND t.vitec_customer_id = lead.vitec_customer_id)) END`

/**
 * That a customer of the table `c` may be one that a caller made up: it came by a pause, and neither a person nor Vitec has
 * vouched for it since; what a test key sent was never at Vitec. Its id at Vitec may be anything, and is told to nobody.
 */
export const isMadeUp = Prisma.sql`(c.found_by_pause AND c.name = c.vitec_id
  AND NOT EXISTS (SELECT FROM lead_source s WHERE s.customer_id = c.id)
  AND NOT EXISTS (SELECT FROM vitec_account v WHERE v.customer_id = c.id)
  AND NOT EXISTS (SELECT FROM lead l WHERE l.vitec_customer_id = c.vitec_id AND l.delivered_at IS NOT NULL
    AND l.environment IS DISTINCT FROM 'test'))`
