import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { staffActions } from '@/lib/deliveries/transitions'
import { AppError } from '@/lib/errors'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { leadChannelSchema, leadSchema, leadStatusSchema, obstacles, responsibles } from './lead'
import { leadWarningSchema } from './lead-warning'
import { type FilterChoices, type LeadFilter, leadFilterSchema } from './log-filter'

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
    /** Our own ids, where they are on our list, and their names there. */
    customerId: z.uuid().nullable(),
    leadSourceId: z.uuid().nullable(),
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
    /** Who has to do something about it; `null` where nobody has. */
    mustAct: z.enum(responsibles).nullable(),
  })
export type LeadRow = z.infer<typeof leadRowSchema>

/** What a file has of a lead. Times are ISO 8601 in UTC, `valuation` SEK. */
export type ExportedLead = Pick<
  LeadRow,
  | 'id'
  | 'receivedAt'
  | 'channel'
  | 'status'
  | 'vitecCustomerId'
  | 'vitecSourceId'
  | 'customerName'
  | 'leadSourceName'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'address'
  | 'zipCode'
  | 'city'
  | 'propertySubType'
  | 'valuation'
  | 'vitecLeadId'
> &
  Pick<LeadRecord, 'reference'> & {
    /** `TEST` of a test key's. */
    test: string | null
  }

export const leadLists = ['all', 'to_do'] as const
/** The log, or of it what a person has to do something about. */
export type LeadListName = (typeof leadLists)[number]

/** Which of the two lists; the log where it is not said. */
export const listName = z.enum(leadLists, 'unknown_value').optional()

/** Where a lead stands in a list: newest first, and of one millisecond by id. */
export const leadPositionSchema = z.object(
  { receivedAt: z.iso.datetime('invalid_date'), id: z.uuid('invalid') },
  'not_object',
)
export type LeadPosition = z.infer<typeof leadPositionSchema>

/**
 * What the log asks for. `cursor` is the `next` of the page before; `upTo` the newest lead there was when the list was
 * first read: what came since is not in it, so that a list that is read again does not move.
 */
export const leadListQuerySchema = leadFilterSchema.extend({
  cursor: z.string('not_text').nullable().default(null),
  list: listName,
  upTo: leadPositionSchema.nullable().optional(),
})
export type LeadListQuery = z.infer<typeof leadListQuerySchema>

/** `upTo`: of the first page, the newest lead there was; `null` where there was none, and on other pages. */
export const leadPageSchema = z.object({
  leads: z.array(leadRowSchema),
  next: z.string().nullable(),
  upTo: leadPositionSchema.nullable(),
})
export type LeadPage = z.infer<typeof leadPageSchema>

/**
 * What leads on from a filter that found nothing. `search`: what its words may have meant; `null` where nothing is like them.
 * `tests`: leads of test keys, which it left out, are what it finds.
 */
export const suggestionSchema = z.object({ search: z.string().nullable(), tests: z.boolean().default(false) })
export type Suggestion = z.infer<typeof suggestionSchema>

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
export const leadRecordSchema = leadRowSchema.omit({ mustAct: true }).extend({
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
  /** When a person took it off the list of what there is to do. */
  setAsideAt: z.iso.datetime().nullable(),
  /** Who handed it in: an actor's id (`key:…`), and whose that is today. */
  by: z.string().nullable(),
  byName: z.string().nullable(),
  /** The error kind that its customer is paused for; `null` where it is not. */
  pauseReason: z.string().nullable(),
  /** The lead that this one was made of, and the one that was made of it. */
  replacesId: z.uuid().nullable(),
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
  /** What leads on from a filter that has found nothing. */
  suggest(filter: LeadFilter): Promise<Suggestion>
  /** What filters can be made of. */
  filterChoices(): Promise<FilterChoices>
  /** All leads of a filter for a file, newest first, page by page. */
  exported(filter: LeadFilter): AsyncIterable<ExportedLead[]>
  /** Records that leads of a filter are handed out as a file with this id, and how many. */
  recordExport(filter: LeadFilter, id: string, requester: Requester): Promise<void>
  /** The Vitec customer ids that an actor has lately entered leads for, the latest first. */
  recentCustomers(actor: string): Promise<string[]>
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
