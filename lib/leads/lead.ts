import { z } from 'zod'

export const propertySubTypes = [
  'Apartment',
  'SingleFamilyResidence',
  'Townhouse',
  'Terraced',
  'Duplex',
] as const
export const occupantTypes = ['Owner', 'TenantOwnership'] as const
export const leadChannels = ['form', 'api', 'import'] as const
export const leadStatuses = ['pending', 'delivered', 'rejected', 'unknown', 'failed', 'cancelled'] as const

const propertySubTypeSchema = z.enum(propertySubTypes)
const occupantTypeSchema = z.enum(occupantTypes)
export const leadChannelSchema = z.enum(leadChannels)
export const leadStatusSchema = z.enum(leadStatuses)

export type PropertySubType = z.infer<typeof propertySubTypeSchema>
export type LeadChannel = z.infer<typeof leadChannelSchema>
export type LeadStatus = z.infer<typeof leadStatusSchema>

/**
 * A lead as the core knows it: checked, normalised, in our own names. `null` means "not given".
 *
 * Amounts are SEK (`associationFee` SEK a month), areas m², `phone` E.164, `zipCode` five digits,
 * `valuationDate` `YYYY-MM-DD`, `null` until the lead is stored. `reference` is its sender's own.
 */
export const leadSchema = z.object({
  reference: z.string().nullable(),
  vitecCustomerId: z.string(),
  vitecSourceId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.string(),
  zipCode: z.string().nullable(),
  city: z.string().nullable(),
  qualification: z.string().nullable(),
  customField: z.string().nullable(),
  valuation: z.number(),
  propertySubType: propertySubTypeSchema,
  livingArea: z.number().nullable(),
  rooms: z.string().nullable(),
  secondaryArea: z.number().nullable(),
  lotSizeArea: z.number().nullable(),
  yearBuilt: z.string().nullable(),
  occupantType: occupantTypeSchema.nullable(),
  associationFee: z.number().nullable(),
  valuationDate: z.string().nullable(),
})

export type Lead = z.infer<typeof leadSchema>

/**
 * Why no instance sends a lead, however due it is. `environment`: it was born elsewhere, in a sandbox or for another
 * Vitec. `hold`: all sending is held. `restore`: so it is since the database was restored, and the lead was in it then.
 */
export const obstacles = ['environment', 'hold', 'restore'] as const
export type Obstacle = (typeof obstacles)[number]

/** Who has to do something about a lead. `us`: those who run this. `customer`: the office in Vitec. `sender`: whoever tries it out with a test key. `nobody`: it goes by itself, or there is nothing to do. */
export const responsibles = ['us', 'customer', 'vitec', 'sender', 'nobody'] as const
export type Responsible = (typeof responsibles)[number]

/** How a lead stands right after it was taken in: what the form is answered. Times are ISO 8601 in UTC. */
export const sentLeadSchema = z.object({
  id: z.uuid(),
  status: leadStatusSchema,
  /** The last word on its delivery: Vitec's own where it has spoken. */
  word: z.string().nullable(),
  vitecLeadId: z.string().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** Why no instance sends it, however due it is. */
  obstacle: z.enum(obstacles).nullable(),
})
export type SentLead = z.infer<typeof sentLeadSchema>

/** A lead while it is being written: any field may still be missing. */
export type LeadDraft = { [Field in keyof Lead]: Lead[Field] | null }

/** Leads of which there is something to do are counted so far, those that wait so far. */
export const mostToDo = 1_000
export const mostWaiting = 10_000

/** How many leads there are: `toDo` counted up to `mostToDo`, `pending` up to `mostWaiting`. */
export const leadCountsSchema = z.object({
  toDo: z.number().int(),
  pausedCustomers: z.number().int(),
  pending: z.number().int(),
  all: z.number().int(),
  /** Whether there are leads of test keys besides, which none of these count; left out by the version before. */
  tests: z.boolean().default(false),
})
export type LeadCounts = z.infer<typeof leadCountsSchema>
