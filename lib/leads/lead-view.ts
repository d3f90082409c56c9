import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { staffActions } from '@/lib/deliveries/transitions'
import { AppError } from '@/lib/errors'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { searchField } from '@/lib/validation/fields'
import { leadChannelSchema, leadSchema, leadStatuses, leadStatusSchema, obstacles } from './lead'
import { leadWarningSchema } from './lead-warning'

const searchLength = 200

/** One line of the log. Times are ISO 8601 in UTC, `valuation` SEK. */
export const leadRowSchema = leadSchema
  .pick({
    vitecCustomerId: true,
    vitecSourceId: true,
    firstName: true,
    lastName: true,
    email: true,
    phone: true,
  })
  .extend({
    ...leadSchema.pick({ address: true, zipCode: true, city: true, propertySubType: true, valuation: true })
      .shape,
    id: z.uuid(),
    receivedAt: z.iso.datetime(),
    channel: leadChannelSchema,
    status: leadStatusSchema,
    customerName: z.string().nullable(),
    leadSourceName: z.string().nullable(),
    vitecLeadId: z.string().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    /** The customer is paused: leads wait until an administrator resumes it. */
    customerPaused: z.boolean(),
    /** Where it was born: `sandbox` or the origin of a Vitec; `null` where that is not known yet. */
    environment: z.string().nullable(),
    obstacle: z.enum(obstacles).nullable(),
    /** When everything of the person was removed; their texts are empty since then. */
    anonymisedAt: z.iso.datetime().nullable(),
  })
export type LeadRow = z.infer<typeof leadRowSchema>

/** What narrows the log: words that a lead must have, and its status. */
export const leadFilterSchema = z.object(
  {
    search: searchField(searchLength).default(''),
    status: z.enum(leadStatuses, 'unknown_value').nullable().default(null),
  },
  'not_object',
)
export type LeadFilter = z.infer<typeof leadFilterSchema>

/** What the log asks for. `cursor` is the `next` of the page before. */
export const leadListQuerySchema = leadFilterSchema.extend({
  cursor: z.string('not_text').nullable().default(null),
})
export type LeadListQuery = z.infer<typeof leadListQuerySchema>

export const leadPageSchema = z.object({ leads: z.array(leadRowSchema), next: z.string().nullable() })
export type LeadPage = z.infer<typeof leadPageSchema>

/** What a search that found nothing may have meant, to be searched for; `null` where nothing is like it. */
export const suggestionSchema = z.object({ search: z.string().nullable() })

export const attemptOutcomeSchema = z.enum([
  'delivered',
  'rejected',
  'unknown',
  'not_sent',
  'not_saved',
  'misconfigured',
])

/** One call to Vitec: what was sent, what was answered, how long it took. Open while `endedAt` is null. */
const attemptViewSchema = z.object({
  number: z.number().int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Milliseconds. */
  duration: z.number().int().nullable(),
  requestUrl: z.string(),
  requestBody: z.string(),
  httpStatus: z.number().int().nullable(),
  answer: z.string().nullable(),
  outcome: attemptOutcomeSchema.nullable(),
  errorKind: z.string().nullable(),
  /** When an answer came after all, to an attempt that was a doubt by then. */
  answeredLateAt: z.iso.datetime().nullable(),
})
export type AttemptView = z.infer<typeof attemptViewSchema>

/** All there is to know of a lead. `message` is the Swedish text as sent, `lastWord` the last word on its delivery. */
export const leadRecordSchema = leadRowSchema.extend({
  ...leadSchema.shape,
  valuationDate: z.string(),
  message: z.string(),
  /** The request as received, bytes that are not UTF-8 replaced. */
  body: z.string(),
  warnings: z.array(leadWarningSchema),
  lastWord: z.string().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  /** The receipt, where it was at the person's request. */
  erasureId: z.uuid().nullable(),
  /** Who handed it in: an actor's id (`key:…`), and whose that is today. */
  by: z.string().nullable(),
  byName: z.string().nullable(),
  /** The error kind that its customer is paused for; `null` where it is not. */
  pauseReason: z.string().nullable(),
  /** The lead that was made of it. */
  replacedById: z.uuid().nullable(),
  /** What staff may do to it now. */
  allowedActions: z.array(z.enum(staffActions)),
  attempts: z.array(attemptViewSchema),
})
export type LeadRecord = z.infer<typeof leadRecordSchema>

/** What is asked of the stored leads. An id that no lead has, or that is no id at all, gives `null`. */
export type LeadReader = {
  /** A page of the log, newest first. */
  list(query: LeadListQuery): Promise<LeadPage>
  /** A search that finds something, where one has found nothing; `null` where there is none that is nearly it. */
  suggest(filter: LeadFilter): Promise<string | null>
  /** Records that leads of a filter are handed out as a file with this id, and how many. */
  recordExport(filter: LeadFilter, id: string, requester: Requester): Promise<void>
  /** `sentBy`: only a lead that this actor handed in. */
  record(id: string, sentBy?: string): Promise<LeadRecord | null>
}

/** A lead's record; only of what `sentBy` handed in, where it is given. @throws {AppError} `not_found` */
export async function requireRecord(
  leads: Pick<LeadReader, 'record'>,
  id: string,
  sentBy?: string,
): Promise<LeadRecord> {
  const record = await leads.record(id, sentBy)
  if (!record) throw new AppError('not_found', 'There is no such lead.')
  return record
}

/** What a file of leads that was made now is saved as: `leads-2026-11-25.csv`. It names no person. */
export const csvFileName = (): string => `leads-${stockholmDate(new Date())}.csv`
