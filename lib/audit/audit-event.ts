import { z } from 'zod'
import { searchField } from '@/lib/validation/fields'
import { auditVerbSchema } from './audit-verb'

/** `lead:…`: the kind of a thing and its id. */
export type AuditSubject = `${string}:${string}`

/**
 * Something an actor did. `by` is the actor's id (`person:…`), `from` the address it came from. Ids only: an event is
 * never erased.
 */
const newAuditEventSchema = z.object({
  by: z.string(),
  verb: auditVerbSchema,
  subject: z.custom<AuditSubject>((text) => typeof text === 'string' && text.includes(':')),
  from: z.string(),
  /** How many leads it was done to, where the subject does not say it. */
  leads: z.number().int().optional(),
})
export type NewAuditEvent = z.infer<typeof newAuditEventSchema>

/** Who asks for something, and from which address: recorded with what they did. */
export type Requester = Pick<NewAuditEvent, 'by' | 'from'>

/** An event as it is read. `byName` is who has that id today; `null` where there is none. Times are ISO 8601 in UTC. */
const auditEventSchema = newAuditEventSchema.extend({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Also one that a newer version has written. */
  verb: z.string(),
  byName: z.string().nullable(),
  leads: z.number().int().nullable(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

const textLength = 120
const text = searchField(textLength).default('')
const day = z.iso.date('invalid_date').nullable().default(null)

/** What the audit log asks for; `''` and `null` mean any. `cursor` is the `next` of the page before. */
export const auditQuerySchema = z.object(
  {
    /** An actor's id, with or without its kind, or part of the actor's name. */
    by: text,
    verb: auditVerbSchema.nullable().default(null),
    /** A thing's id, with or without its kind. */
    subject: text,
    /** The first day and the last one, in Sweden. */
    from: day,
    to: day,
    cursor: z.string('not_text').nullable().default(null),
  },
  'not_object',
)
export type AuditQuery = z.infer<typeof auditQuerySchema>

export const auditPageSchema = z.object({ events: z.array(auditEventSchema), next: z.string().nullable() })
export type AuditPage = z.infer<typeof auditPageSchema>

/** The memory of who did what. There is no way to change or remove an event. */
export type AuditStore = {
  record(event: NewAuditEvent, at: Date): Promise<void>
  /** A page of events, newest first. */
  list(query: AuditQuery): Promise<AuditPage>
}

export type Audit = ReturnType<typeof createAudit>

/** The audit log, as the rest of the application uses it. */
export function createAudit(store: AuditStore) {
  return {
    /** Records what has just been done. The person who asked is told of a failure: it is not done unseen. */
    record: (event: NewAuditEvent): Promise<void> => store.record(event, new Date()),
    list: (query: AuditQuery): Promise<AuditPage> => store.list(query),
  }
}
