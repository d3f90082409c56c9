import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { AppError } from '@/lib/errors'
import { type LeadCounts, leadCountsSchema } from './lead'
import { type LeadPosition, type LeadRow, leadPositionSchema, leadRowSchema, listName } from './lead-view'
import { leadFilterSchema } from './log-filter'

/** So many rows are asked after at once; of more, some at a time. */
export const mostRows = 200

/** New leads are counted so far. */
export const mostNew = 100

const markLength = 120

/** What of a row changes while it is read, as one text: the same row has the same mark, in the browser and on the server. */
export function rowMark(row: LeadRow): string {
  const { status, nextAttemptAt, customerPaused, obstacle, anonymisedAt, vitecLeadId } = row
  const marks = [status, nextAttemptAt, customerPaused && 'paused', obstacle, anonymisedAt && 'gone']
  return [...marks, vitecLeadId === null ? '' : 'id'].map((mark) => mark || '').join(' ')
}

/**
 * What a list that is in sight asks: `rows` are its rows one after the other, as they were last known. `above` is the row
 * above the first of them, `below` the last of them where more may follow; `upTo` what the list began with.
 */
export const leadNewsQuerySchema = leadFilterSchema.extend({
  list: listName,
  upTo: leadPositionSchema.nullable(),
  rows: z
    .array(z.object({ id: z.uuid('invalid'), mark: z.string('not_text').max(markLength, 'too_long') }))
    .max(mostRows, 'invalid'),
  above: leadPositionSchema.nullable(),
  below: leadPositionSchema.nullable(),
})
export type LeadNewsQuery = z.infer<typeof leadNewsQuerySchema>

/**
 * The part of a list that is asked after at a turn: one after the other, where it has more rows than may be asked after at
 * once. `hasMore`: it goes on after its rows.
 */
export function partOf(
  leads: readonly LeadRow[],
  turn: number,
  hasMore: boolean,
): Pick<LeadNewsQuery, 'rows' | 'above' | 'below'> & { part: number } {
  const parts = Math.max(1, Math.ceil(leads.length / mostRows))
  const part = turn % parts
  const rows = leads.slice(part * mostRows, (part + 1) * mostRows)
  const isEnd = part === parts - 1 && !hasMore
  return {
    part,
    rows: rows.map((row) => ({ id: row.id, mark: rowMark(row) })),
    above: positionOf(leads[part * mostRows - 1]),
    below: isEnd ? null : positionOf(rows.at(-1)),
  }
}

const positionOf = (row: LeadRow | undefined): LeadPosition | null =>
  row ? { receivedAt: row.receivedAt, id: row.id } : null

/** A customer whose leads wait until somebody mends something. Times are ISO 8601 in UTC. */
export const pausedCustomerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  vitecId: z.string(),
  reason: z.enum(errorKinds).nullable(),
  since: z.iso.datetime(),
  /** How many leads wait, counted up to the `mostCounted` of customers. */
  waiting: z.number().int(),
})
export type PausedCustomer = z.infer<typeof pausedCustomerSchema>

/** What has become of a list since it was read. `heldUntil`: Vitec fails as a whole, and is left alone until then. */
export const leadNewsSchema = z.object({
  changed: z.array(leadRowSchema),
  /** How many leads of the list are not among its rows; counted up to `mostNew`. */
  newLeads: z.number().int(),
  counts: leadCountsSchema,
  /** Of the list of what there is to do; `null` with the log. */
  paused: z.array(pausedCustomerSchema).nullable(),
  heldUntil: z.iso.datetime().nullable(),
})
export type LeadNews = z.infer<typeof leadNewsSchema>

/** What is asked of the stored leads by lists that are in sight. */
export type LeadNewsReader = {
  /** What became of the leads in sight, and how many came that are not. */
  news(query: LeadNewsQuery): Promise<Omit<LeadNews, 'heldUntil'>>
  counts(): Promise<LeadCounts>
  /** Customers whose leads wait for a person. */
  pausedCustomers(): Promise<PausedCustomer[]>
  /** Takes a lead off the list of what there is to do, or puts it back there; whether that changed anything. */
  setAside(id: string, isAside: boolean, requester: Requester): Promise<boolean>
}

/** Sets a lead aside, or puts it back. @throws {AppError} `not_allowed` where there is nothing to do about it, or no more */
export async function requireSetAside(
  leads: Pick<LeadNewsReader, 'setAside'>,
  id: string,
  isAside: boolean,
  requester: Requester,
): Promise<void> {
  if (await leads.setAside(id, isAside, requester)) return
  throw new AppError('not_allowed', 'The lead does not allow that now.')
}
