import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { anyTextField, atMost } from '@/lib/validation/fields'
import { type LeadChannel, leadStatusSchema } from './lead'
import type { AttemptView, LeadRecord } from './lead-view'

const noteLength = 2_000

/** A note as it is written: up to 2,000 UTF-16 units. */
export const newNoteSchema = z.object(
  { text: anyTextField(noteLength).check(atMost(noteLength)) },
  'not_object',
)

/** Who it was, by an actor's id, and who has that id today. */
const actorSchema = z.object({ by: z.string(), byName: z.string().nullable() })
const at = z.iso.datetime()

const noteSchema = actorSchema.extend({ id: z.uuid(), at, text: z.string(), isOwn: z.boolean() })
export type LeadNote = z.infer<typeof noteSchema>

/** Something that was done to the lead, by the audit log; `verb` may be one that a newer version has written. */
const actSchema = actorSchema.extend({ at, verb: z.string() })

/** A time in which the lead's customer was paused; still so while `until` is null. */
const pauseSchema = z.object({ since: at, until: at.nullable(), reason: z.string().nullable() })

/** Another lead of the same person, by phone or e-mail. */
const otherLeadSchema = z.object({
  id: z.uuid(),
  receivedAt: at,
  status: leadStatusSchema,
  vitecCustomerId: z.string(),
  customerName: z.string().nullable(),
  /** Where it was born; the version before does not say it. */
  environment: z.string().nullable().default(null),
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

/** Who did something; `by` is an actor's id, `null` where nothing says who it was. */
type Actor = { by: string | null; byName: string | null }

/** Something that happened to a lead, or is about to; `at` is ISO 8601. `isLast`: no other attempt followed. */
export type TimelineEntry = { at: string } & (
  | { kind: 'planned' | 'found' | 'settled' | 'resumed' | 'setAside' }
  | ({ kind: 'received'; channel: LeadChannel; reference: string | null; replaces: string | null } & Actor)
  | { kind: 'attempt'; attempt: AttemptView; isLast: boolean }
  | ({ kind: 'act'; verb: string } & Actor)
  | ({ kind: 'bulkSend'; isSent: boolean } & Actor)
  | { kind: 'note'; note: LeadNote }
  | { kind: 'paused'; reason: string | null }
  | { kind: 'replaced'; id: string }
  | { kind: 'anonymised'; erasureId: string | null }
)

type Told = Pick<
  LeadRecord,
  | 'receivedAt'
  | 'channel'
  | 'reference'
  | 'by'
  | 'byName'
  | 'status'
  | 'attempts'
  | 'deliveredAt'
  | 'vitecLeadId'
  | 'nextAttemptAt'
  | 'anonymisedAt'
  | 'erasureId'
>

/** Acts that are told by what they made: the lead itself, a note. */
const toldOtherwise = ['lead.create', 'lead.note']

/** Everything that happened to a lead, newest first; what is planned stands before it. Pure. */
export function timelineOf(lead: Told, history: LeadHistory): TimelineEntry[] {
  const has = (verb: string) => history.acts.some((act) => act.verb === verb)
  const { replacedBy, setAsideAt, settledAt } = history
  const past: TimelineEntry[] = [
    { kind: 'received', at: lead.receivedAt, ...pick(lead, history) },
    ...history.acts
      .filter(({ verb }) => !toldOtherwise.includes(verb))
      .map((act): TimelineEntry => ({ kind: 'act', ...act })),
    ...history.bulkSends.map((sent): TimelineEntry => ({ kind: 'bulkSend', ...sent })),
    ...lead.attempts.toReversed().map(
      (attempt): TimelineEntry => ({
        ...{ kind: 'attempt', at: attempt.startedAt, attempt },
        isLast: attempt === lead.attempts[0],
      }),
    ),
    ...history.pauses.map(({ since, reason }): TimelineEntry => ({ kind: 'paused', at: since, reason })),
    ...history.pauses.flatMap(({ until }): TimelineEntry[] =>
      until === null ? [] : [{ kind: 'resumed', at: until }],
    ),
    ...foundIn(lead, settledAt),
    // A person who settles all that a restore holds is recorded with how many, not with each.
    ...when(has('lead.settle') ? null : settledAt, 'settled'),
    ...when(has('lead.set-aside') ? null : setAsideAt, 'setAside'),
    ...history.notes.map((note): TimelineEntry => ({ kind: 'note', at: note.at, note })),
  ]
  if (replacedBy) past.push({ kind: 'replaced', at: replacedBy.receivedAt, id: replacedBy.id })
  const { anonymisedAt, erasureId } = lead
  if (anonymisedAt) past.push({ kind: 'anonymised', at: anonymisedAt, erasureId })
  // What happened at the same moment stays in the order above, which is that of cause and effect.
  const sorted = past.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).toReversed()
  return [...when(lead.status === 'pending' ? lead.nextAttemptAt : null, 'planned'), ...sorted]
}

const pick = ({ channel, reference, by, byName }: Told, { replaces }: LeadHistory) => ({
  ...{ channel, reference, by, byName },
  replaces: replaces?.id ?? null,
})

const when = (at: string | null, kind: 'planned' | 'found' | 'settled' | 'setAside'): TimelineEntry[] =>
  at === null ? [] : [{ kind, at }]

/** That a look-up found it in Vitec: it is there by an id that no attempt was answered. */
function foundIn({ attempts, deliveredAt, vitecLeadId }: Told, settledAt: string | null): TimelineEntry[] {
  const isAnswered = attempts.some(({ outcome }) => outcome === 'delivered')
  return vitecLeadId === null || isAnswered || settledAt !== null ? [] : when(deliveredAt, 'found')
}
