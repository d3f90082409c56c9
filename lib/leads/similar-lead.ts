import { z } from 'zod'
import { leadStatusSchema } from './lead'
import type { MatchTexts } from './search/search-text'

/** A lead of the last 30 days that may be of the same person. Times are ISO 8601 in UTC. */
const similarLeadSchema = z.object({
  id: z.uuid(),
  /** What it has alike; `place`: name and address. */
  same: z.array(z.enum(['phone', 'email', 'place'])),
  receivedAt: z.iso.datetime(),
  status: leadStatusSchema,
  firstName: z.string(),
})
export type SimilarLead = z.infer<typeof similarLeadSchema>

/** What has most alike first, then the newest. */
export const similarLeadsSchema = z.object({ leads: z.array(similarLeadSchema) })
export type SimilarLeads = z.infer<typeof similarLeadsSchema>

/** `sentBy`: only leads that this actor handed in; `null` means anybody's. `except`: a lead that is not told of. */
export type SimilarQuery = { texts: MatchTexts; sentBy: string | null; except: string | null }
export type FindSimilar = (query: SimilarQuery) => Promise<SimilarLeads>
