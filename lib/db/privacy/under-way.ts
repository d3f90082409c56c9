import { Prisma } from '../generated/client'

/** That a lead of the table `lead` is being sent, and its answer is still to be written. */
export const isUnderWay = Prisma.sql`EXISTS (
  SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`
