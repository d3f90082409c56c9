import { Prisma } from '../generated/client'

/**
 * That a lead of the table `lead`, which an erasure has named, does not show it: its person is there, or was only
 * removed for its age, and no receipt is referred to.
 */
export const isBroughtBack = Prisma.sql`(lead.anonymised_at IS NULL OR lead.erasure_id IS NULL)`
