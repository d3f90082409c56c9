import { z } from 'zod'
import { leadListQuerySchema, leadRowSchema } from '@/lib/lead/lead-view'

/** Fewer characters find everybody. */
const shortest = 3

export const personSearchSchema = z.object(
  { search: leadListQuerySchema.shape.search.unwrap().min(shortest, 'required') },
  'not_object',
)

/** A lead that may be of the person who is sought. */
export const personHitSchema = leadRowSchema
  .pick({
    id: true,
    receivedAt: true,
    status: true,
    firstName: true,
    lastName: true,
    email: true,
    phone: true,
    address: true,
    zipCode: true,
    city: true,
  })
  .extend({
    /** The lead's own words for those that were typed in another spelling; empty where it has them as typed. */
    spelling: z.string(),
  })
export type PersonHit = z.infer<typeof personHitSchema>

/**
 * Those spelt as typed, then those spelt otherwise, each newest first. `hasMore`: there are others, and the search has
 * to be narrowed. `insteadOf`: what was typed finds nobody; these are of what it may have meant, `search`.
 */
export const personHitsSchema = z.object({
  leads: z.array(personHitSchema),
  hasMore: z.boolean(),
  search: z.string(),
  insteadOf: z.string().nullable(),
})
export type PersonHits = z.infer<typeof personHitsSchema>
