import { z } from 'zod'
import { customerFields } from '@/lib/customers/customer'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { optionalField } from '@/lib/validation/fields'
import { parseQuery } from '@/lib/validation/parse-query'
import { type LeadStatus, leadStatuses } from './lead'
import { type LeadPosition, leadPositionSchema } from './lead-view'
import { referenceField } from './wire-lead'
import type { SenderLead } from './write-lead-answer'

const [usualLimit, mostLeads] = [50, 200]

/** Nothing of ours is from before, or from after; PostgreSQL and JavaScript write years beyond four digits in different ways. */
const [earliest, last] = [Date.UTC(1970, 0, 1), Date.UTC(9999, 0, 1)]

const within = (text: string) => new Date(Math.min(last, Math.max(earliest, Date.parse(text))))

const time = z.iso
  .datetime({ offset: true, error: 'invalid_time' satisfies FieldErrorCode })
  .transform((text) => within(text))

const status = z.string().transform((text, context): LeadStatus[] => {
  const named = text.split(',')
  const known = leadStatuses.filter((one) => named.includes(one))
  if (named.every((one) => known.some((other) => other === one))) return known
  const params = { allowed: leadStatuses.join(', ') }
  context.issues.push({
    ...{ code: 'custom', input: text, params },
    message: 'unknown_value' satisfies FieldErrorCode,
  })
  return z.NEVER
})

const cursor = z.string().transform((text, context): LeadPosition => {
  const read = readOwnCursor(text)
  if (read) return read
  context.issues.push({
    ...{ code: 'custom', input: text },
    message: 'invalid_cursor' satisfies FieldErrorCode,
  })
  return z.NEVER
})

/** The parameters of `GET /api/leads`; an empty one is not given, as in a body. */
const ownLeadsQuerySchema = z.object({
  cursor: optionalField(cursor),
  status: optionalField(status),
  since: optionalField(time),
  until: optionalField(time),
  reference: optionalField(referenceField),
  customer_id: optionalField(customerFields.customer_id),
  limit: optionalField(
    z
      .string()
      .regex(/^\d{1,9}$/, 'not_whole_number' satisfies FieldErrorCode)
      .transform(Number)
      .pipe(
        z
          .number()
          .min(1, 'too_small' satisfies FieldErrorCode)
          .max(mostLeads, 'too_large' satisfies FieldErrorCode),
      ),
  ).transform((limit) => limit ?? usualLimit),
})

/** Which of a sender's leads: those after `cursor`, received from `since` on and before `until`. */
export type OwnLeadsQuery = z.output<typeof ownLeadsQuerySchema>

/**
 * What the parameters of the address ask for.
 * @throws {AppError} `invalid_fields` with all that is wrong at once
 */
export const readOwnLeadsQuery = (parameters: URLSearchParams): OwnLeadsQuery =>
  parseQuery(ownLeadsQuerySchema, parameters)

/** `next`: where the next page begins; `null` on the last one. */
export type OwnLeadsPage = { leads: SenderLead[]; next: LeadPosition | null }

export type OwnLeadsReader = {
  /** A page of what an actor has handed in, newest first. */
  ownLeads(actor: string, query: OwnLeadsQuery): Promise<OwnLeadsPage>
}

/** Where a page ended, as it goes over the wire: nothing that anybody should read, or put together. */
export function writeOwnCursor({ receivedAt, id }: LeadPosition): string {
  return Buffer.from(JSON.stringify([receivedAt, id])).toString('base64url')
}

const written = z.tuple([leadPositionSchema.shape.receivedAt, leadPositionSchema.shape.id])

/** What {@link writeOwnCursor} wrote; `null` for anything else. */
function readOwnCursor(text: string): LeadPosition | null {
  try {
    const [receivedAt, id] = written.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    const at = within(receivedAt)
    return writeOwnCursor({ receivedAt: at.toISOString(), id }) === text ? { receivedAt, id } : null
  } catch {
    return null
  }
}
