import { z } from 'zod'
import type { Lead } from '@/lib/leads/lead'

/** Vitec's documented limits, in UTF-16 units as .NET counts. */
const personLeadLimits = {
  /** A newer page of Vitec's says 40. */
  name: 30,
  phone: 17,
  email: 100,
  streetAddress: 68,
  zipCode: 15,
  city: 25,
  /** Ours; Vitec documents none. */
  typeId: 100,
} as const

/** JSON can spell out a NUL and half a character, and no database keeps them. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'The text holds characters that cannot be stored.')
/** Something other than white space, as .NET understands "required". */
const required = (max: number) => text(max).regex(/\S/)
const optional = (max: number) => text(max).optional()

/**
 * The body of `POST Advertising/Lead/{customerId}/Person`, as far as Vitec documents it and we use it.
 *
 * Strict, so that a misspelt field is found here and not in an agent's inbox. `socialSecurityNumber` is
 * left out although Vitec knows it: we never send one.
 */
export const personLeadSchema = z
  .strictObject({
    firstName: required(personLeadLimits.name),
    lastName: required(personLeadLimits.name),
    /** Vitec shows no limit. */
    message: required(Number.MAX_SAFE_INTEGER),
    /** The id of a lead source. */
    typeId: required(personLeadLimits.typeId),
    telephone: z
      .strictObject({
        home: optional(personLeadLimits.phone),
        work: optional(personLeadLimits.phone),
        cell: optional(personLeadLimits.phone),
        other: optional(personLeadLimits.phone),
      })
      .optional(),
    email: z
      .strictObject({
        emailAddress: optional(personLeadLimits.email),
        emailAddress2: optional(personLeadLimits.email),
      })
      .optional(),
    /** Also decides which office gets the lead. */
    address: z
      .strictObject({
        streetAddress: optional(personLeadLimits.streetAddress),
        zipCode: optional(personLeadLimits.zipCode),
        city: optional(personLeadLimits.city),
      })
      .optional(),
  })
  .refine(
    ({ email, telephone }) => [email, telephone].some((ways) => ways && Object.values(ways).some(Boolean)),
    {
      error: 'An e-mail address or a telephone number is required.',
    },
  )

export type PersonLead = z.infer<typeof personLeadSchema>

/**
 * A lead in Vitec's names. What is not given is left out: Vitec does not say how it takes an empty string.
 * Valuation and property have no fields of their own in Vitec; they are in `message`.
 */
export function toPersonLead(lead: Lead, message: string): PersonLead {
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    message,
    typeId: lead.vitecSourceId,
    telephone: { cell: lead.phone },
    email: { emailAddress: lead.email },
    address: {
      streetAddress: lead.address,
      ...(lead.zipCode !== null && { zipCode: lead.zipCode }),
      ...(lead.city !== null && { city: lead.city }),
    },
  }
}
