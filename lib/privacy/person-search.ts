import { z } from 'zod'
import { draftContentSchema } from '@/lib/drafts/draft'
import { leadListQuerySchema, leadRecordSchema, leadRowSchema } from '@/lib/leads/lead-view'

/** Fewer characters find everybody. */
const shortest = 3

export const personSearchSchema = z.object(
  { search: leadListQuerySchema.shape.search.unwrap().min(shortest, 'required') },
  'not_object',
)

/** A lead that may be of the person who is sought. */
const personHitSchema = leadRowSchema
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
    /** As of the log's rows; the version before does not say it. */
    environment: leadRowSchema.shape.environment.default(null),
    /** The lead's own words for those that were typed in another spelling; empty where it has them as typed. */
    spelling: z.string(),
  })
export type PersonHit = z.infer<typeof personHitSchema>

/** A form that somebody here has half filled with what is sought. `by` is an actor's id, `name` the person in it. */
const draftHitSchema = z.object({
  by: z.string(),
  byName: z.string().nullable(),
  savedAt: z.iso.datetime(),
  name: z.string(),
})
export type DraftHit = z.infer<typeof draftHitSchema>

/**
 * Those spelt as typed, then those spelt otherwise, each newest first. `hasMore`: there are others, and the search has
 * to be narrowed. `insteadOf`: what was typed finds no person; these are of what it may have meant, `search`.
 */
export const personHitsSchema = z.object({
  leads: z.array(personHitSchema),
  drafts: z.array(draftHitSchema),
  hasMore: z.boolean(),
  search: z.string(),
  insteadOf: z.string().nullable(),
})
export type PersonHits = z.infer<typeof personHitsSchema>

/** Where more may be of the person that no export and no erasure of ours reaches. */
export const outOfReach = ['vitec', 'backups', 'callers'] as const

/**
 * All we have of a person: leads with their attempts, notes, what is kept of answers, what the stand-in for Vitec got, forms
 * that are half filled.
 */
export const personExportSchema = z.object({
  exportedAt: z.iso.datetime(),
  leads: z.array(leadRecordSchema.omit({ allowedActions: true })),
  /** What people here wrote down about the leads, without who it was. */
  notes: z.array(z.object({ leadId: z.uuid(), at: z.iso.datetime(), text: z.string() })),
  /** Answers to requests with an Idempotency-Key, as they went over the wire. */
  keptAnswers: z.array(
    z.object({ leadId: z.uuid(), expiresAt: z.iso.datetime(), answer: z.string().nullable() }),
  ),
  sandboxInbox: z.array(z.object({ id: z.string(), receivedAt: z.iso.datetime(), personLead: z.unknown() })),
  drafts: z.array(draftContentSchema.extend({ by: z.string(), savedAt: z.iso.datetime() })),
  notIncluded: z.array(z.enum(outOfReach)),
})
export type PersonExport = z.infer<typeof personExportSchema>
