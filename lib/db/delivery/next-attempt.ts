import { Prisma } from '../generated/client'
import { isPaused } from './sendable'

/**
 * When a lead of the table `lead` is sent next, as far as anyone can say: none while its customer is paused, later where
 * the customer is left alone.
 */
export const nextAttemptAt = Prisma.sql`CASE WHEN NOT ${isPaused} THEN greatest(lead.next_attempt_at, (
  SELECT t.held_until FROM customer_trouble t
  WHERE lead.next_attempt_at IS NOT NULL
    AND t.environment = lead.environment AND t.vitec_customer_id = lead.vitec_customer_id)) END`
