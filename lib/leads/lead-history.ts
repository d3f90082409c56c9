import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { anyTextField, atMost } from '@/lib/validation/fields'
import { leadStatusSchema } from './lead'

const noteLength = 2_000

/** A note as it is written: up to 2,000 UTF-16 units. */
export const newNoteSchema = z.object(
  { text: anyTextField(noteLength).check(atMost(noteLength)) },
  'not_object',
)
export type NewNote = z.infer<typeof newNoteSchema>

/** Who it was, by an actor's id, and who has that id today. */
const actorSchema = z.object({ by: z.string(), byName: z.string().nullable() })
const at = z.iso.datetime()

const noteSchema = actorSchema.extend({ id: z.uuid(), at, text: z.string(), isOwn: z.boolean() })
export type LeadNote = z.infer<typeof noteSchema>

/** Something that was done to the lead, by the audit log; `verb` may be one that a newer version has written. */
const actSchema = actorSchema.extend({ at, verb: z.string() })
export type LeadAct = z.infer<typeof actSchema>

/** A time in which the lead's customer was paused; still so while `until` is null. */
const pauseSchema = z.object({ since: at, until: at.nullable(), reason: z.string().nullable() })

/** Another lead of the same person, by phone or e-mail. */
const otherLeadSchema = z.object({
  id: z.uuid(),
  receivedAt: at,
  status: leadStatusSchema,
  vitecCustomerId: z.string(),
  customerName: z.string().nullable(),
})
export type OtherLead = z.infer<typeof otherLeadSchema>

/** The lead that was made of this one, and the one that this was made of. */
const replacementSchema = z.object({ id: z.uuid(), receivedAt: at })

/**
 * What has happened around a lead besides its attempts. Times are ISO 8601 in UTC, lists oldest first, `others` newest
 * first.
 */
export const leadHistorySchema = z.object({
  acts: z.array(actSchema),
  bulkSends: z.array(
    z.object({ at, by: z.string().nullable(), byName: z.string().nullable(), isSent: z.boolean() }),
  ),
  pauses: z.array(pauseSchema),
  notes: z.array(noteSchema),
  replaces: replacementSchema.nullable(),
  replacedBy: replacementSchema.nullable(),
  setAsideAt: at.nullable(),
  /** When a person said that it is in Vitec, where no attempt and no look-up found that out. */
  settledAt: at.nullable(),
  others: z.object({ leads: z.array(otherLeadSchema), hasMore: z.boolean() }),
})
export type LeadHistory = z.infer<typeof leadHistorySchema>

/** What a lead's history is read from; an id that no lead has gives `null`. `reader` is an actor's id: whose notes are their own. */
export type HistoryReader = { history(id: string, reader: string): Promise<LeadHistory | null> }

/** A lead's history. @throws {AppError} `not_found` */
export async function requireHistory(leads: HistoryReader, id: string, reader: string): Promise<LeadHistory> {
  const history = await leads.history(id, reader)
  if (!history) throw new AppError('not_found', 'There is no such lead.')
  return history
}

/** What people here write down about leads. */
export type LeadNotes = {
  /** Whether there is such a lead, which still has its person, and room for a note. */
  add(leadId: string, text: string, requester: Requester): Promise<boolean>
  /** Whether the note was there, and the requester's own. */
  remove(leadId: string, noteId: string, requester: Requester): Promise<boolean>
}
