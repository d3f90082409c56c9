import { z } from 'zod'

/** Longer than any field that is right, and more fields than the form has. */
const [longest, mostFields] = [2_000, 40]

const part = z
  .record(z.string().max(60), z.string('not_text').max(longest, 'too_long'), 'not_object')
  .refine((fields) => Object.keys(fields).length <= mostFields, 'too_long')

/** The form as it was typed: text in every field, in the parts that it has. What is right is asked when it is sent. */
export const draftValuesSchema = z
  .record(z.string().max(60), part, 'not_object')
  .refine((parts) => Object.keys(parts).length <= mostFields, 'too_long')

/** What is sealed. `replaces`: the lead whose data is being mended. */
export const draftContentSchema = z.object({
  values: draftValuesSchema,
  replaces: z.uuid('unknown_value').nullable(),
})
export type DraftContent = z.infer<typeof draftContentSchema>

/**
 * A lead that somebody sent and that is not known to be stored, as it was typed, under the idempotency key it was sent with:
 * whoever sends it again sends the same. `isUnderWay`: its request may not be over yet.
 */
export const unsentLeadSchema = draftContentSchema.extend({
  key: z.uuid(),
  isUnderWay: z.boolean(),
})
export type UnsentLead = z.infer<typeof unsentLeadSchema>

/**
 * The draft of the person who asks, and its revision; both `null` where there was none of late. Beside it what they sent that
 * did not arrive, newest first.
 */
export const keptDraftSchema = z.object({
  revision: z.int().nullable(),
  draft: draftContentSchema.extend({ savedAt: z.iso.datetime() }).nullable(),
  unsent: z.array(unsentLeadSchema),
})
export type KeptDraft = z.infer<typeof keptDraftSchema>

/**
 * `draft: null` empties it. `seen`: the revision that the page knows; another by then is another page's, unless what is kept is what
 * this one has sent itself and has no answer to: `onItsWay`, which a page says that is going.
 */
export const saveDraftRequestSchema = z.object(
  {
    draft: draftContentSchema.nullable(),
    seen: z.int('not_a_number').min(0, 'too_small').nullable(),
    onItsWay: draftContentSchema.nullable().optional(),
  },
  'not_object',
)
export type SaveDraftRequest = z.infer<typeof saveDraftRequestSchema>

export const savedDraftSchema = z.object({ revision: z.int() })

/** A draft as it is kept. `sealed` is empty once it was sent or emptied. */
export type SealedDraft = { actor: string; sealed: string; revision: number; savedAt: Date }

/** What an unsent lead is kept under, beside the draft of its writer. */
export const unsentActor = (owner: string, key: string): string => `${owner}/${key}`

/** Whose draft or unsent lead it is that is kept under this. */
export const draftOwnerOf = (actor: string): string => actor.split('/', 1)[0] ?? actor

/** Drafts in the database, one an actor; those older than a day by the database's clock are none. */
export type DraftStore = {
  find(actor: string): Promise<SealedDraft | null>
  /** Those with something in them, at most so many. */
  all(most: number): Promise<SealedDraft[]>
  /** Keeps it for a day, if the kept one is what was seen; resolves to its revision, `null` where it is another. */
  save(actor: string, sealed: string, seen: number | null): Promise<number | null>
  /** The unsent leads of an owner, newest first. */
  unsentOf(owner: string): Promise<(SealedDraft & { isUnderWay: boolean })[]>
  /** Keeps an unsent lead for a day, where it has no more than `most` beside it; whether it did. */
  keepUnsent(owner: string, key: string, sealed: string, most: number): Promise<boolean>
  /** It is stored, or given up. */
  dropUnsent(owner: string, key: string): Promise<void>
  /** Keeps the same in another seal, if it is still sealed so; whether it was. */
  reseal(draft: SealedDraft, sealed: string): Promise<boolean>
}
