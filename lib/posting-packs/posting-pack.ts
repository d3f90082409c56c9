import { z } from 'zod'
import { apiKeyChangeSchema, apiKeyViewSchema } from '@/lib/api-keys/api-key'
import type { ErrorCode } from '@/lib/errors'
import { type Lead, leadStatusSchema } from '@/lib/leads/lead'
import type { FieldErrorCode } from '@/lib/validation/field-error'

/** Leads that have to be taken as they are, in the order in which a partner sends them. */
export const passCaseIds = [
  'required_only',
  'everything',
  'swedish_letters',
  'apartment',
  'sent_twice',
] as const
/** What has to be refused: by us, and the last one by Vitec. */
export const failCaseIds = [
  'no_contact',
  'valuation_as_text',
  'unknown_home',
  'other_customer',
  'unknown_lead_source',
] as const
export const packCaseIds = [...passCaseIds, ...failCaseIds] as const
export type PackCaseId = (typeof packCaseIds)[number]

/** What is in the order of the cases, apart: what has to be taken, and what has to be refused. */
export const passAndFail = <T>(inOrder: T[]): { pass: T[]; fail: T[] } => ({
  pass: inOrder.slice(0, passCaseIds.length),
  fail: inOrder.slice(passCaseIds.length),
})

/** Where a pack's leads go, by Vitec's ids. */
export type PackIds = { customerId: string; leadSourceId: string }

/**
 * What is expected of a case. `taken`: a lead with the case's e-mail address, which has what the body gives; `nothingElse`: and
 * no other fields than that; `again`: and the same request once more makes no second one. `refused`: an answer with `code` and
 * exactly `fields`. `rejected`: a lead that Vitec refuses.
 */
export type Expected =
  | { kind: 'taken'; nothingElse?: true; again?: true }
  | { kind: 'refused'; httpStatus: number; code: ErrorCode; fields: string[]; codes: FieldErrorCode[] }
  | { kind: 'rejected' }

/** A request that a partner tries their system with. `email`: what its lead is known by; `null` where it has none. */
export type PackCase = { id: PackCaseId; email: string | null; body: object; expected: Expected }

/**
 * A field of a request, as the document says it. `path`: dotted, as on the wire; `name`: what a lead calls it. `least` and
 * `most`: of a number, or of how many characters a text has; `null` where the document does not say.
 */
export type PackField = {
  path: string
  name: keyof Lead
  isRequired: boolean
  form: 'text' | 'whole' | 'number' | 'date' | 'choice'
  least: number | null
  most: number | null
  choices: string[]
}

/** For how many days a pack's test key works, and how often a minute. */
export const testKeyDays = 90
export const packKeyPerMinute = 60

/** A key that was made in a pack; nothing of its secret. */
export const packKeySchema = apiKeyViewSchema.pick({
  id: true,
  name: true,
  mode: true,
  state: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
})
export type PackKey = z.infer<typeof packKeySchema>

/**
 * How a case stands. `differs`: it arrived, and `fields` (dotted wire paths) are not as the case has them. `once`: it arrived,
 * and was not sent again yet. `twice`: it was sent again, and made a second lead. `not_delivered`: it was taken, and stands as
 * `status` says. `taken`: what had to be refused became a lead.
 */
const caseProgressSchema = z.object({
  id: z.enum(packCaseIds),
  outcome: z.enum(['waiting', 'passed', 'differs', 'once', 'twice', 'not_delivered', 'taken']),
  /** When what it was judged by came. */
  at: z.iso.datetime().nullable(),
  leadId: z.uuid().nullable(),
  fields: z.array(z.string()),
  status: leadStatusSchema.nullable(),
})
export type CaseProgress = z.infer<typeof caseProgressSchema>

/** A refusal that no case asks for. */
const otherRefusalSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  httpStatus: z.int(),
  code: z.string(),
  fields: z.array(z.string()),
})

/** How far who has a test key has come. */
export const packProgressSchema = z.object({
  cases: z.array(caseProgressSchema),
  /** The newest first, and no more than a reader looks through. */
  otherRefusals: z.array(otherRefusalSchema),
  /** Leads of the key with an e-mail address that is of no case. */
  otherLeads: z.int(),
})
export type PackProgress = z.infer<typeof packProgressSchema>

/** The keys of a pack, the newest first, and how far the one that is asked about has come; `null` where there is none. */
export const packStateSchema = z.object({
  keys: z.array(packKeySchema),
  keyId: z.uuid().nullable(),
  progress: packProgressSchema.nullable(),
})
export type PackState = z.infer<typeof packStateSchema>

/** Which test key of a pack is asked about; without one, or one that is not its own, the newest. */
export const packQuerySchema = z.object({ key: z.uuid().nullable().catch(null).default(null) })

const notObject = { error: 'not_object' satisfies FieldErrorCode }

/** A key to be made in a pack: what it is called, and of which mode. */
export const newPackKeySchema = z.discriminatedUnion(
  'mode',
  [
    z.object({ mode: z.literal('test'), name: apiKeyChangeSchema.shape.name }, notObject),
    /** Made like a test key of the same pack. */
    z.object({ mode: z.literal('live'), testKeyId: z.uuid('unknown_value') }, notObject),
  ],
  { error: 'unknown_value' satisfies FieldErrorCode },
)
export type NewPackKey = z.infer<typeof newPackKeySchema>
