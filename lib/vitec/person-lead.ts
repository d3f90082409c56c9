import { z } from 'zod'

/** Vitec's documented limits, in UTF-16 units as .NET counts. */
export const personLeadLimits = {
  /** A newer page of Vitec's says 40. */
  name: 30,
  phone: 17,
  email: 100,
  streetAddress: 68,
  zipCode: 15,
  city: 25,
} as const

const required = (max: number) => z.string().min(1).max(max)
const optional = (max: number) => z.string().max(max).optional()

/**
 * The body of `POST Advertising/Lead/{customerId}/Person`, as far as Vitec documents it and we use it.
 *
 * Strict, so that a misspelt field is found here and not in an agent's inbox. `socialSecurityNumber` is
 * left out although Vitec knows it: we never send one.
 */
export const personLeadSchema = z.strictObject({
  firstName: required(personLeadLimits.name),
  lastName: required(personLeadLimits.name),
  message: z.string().min(1),
  /** The id of a lead source. */
  typeId: z.string().min(1),
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

export type PersonLead = z.infer<typeof personLeadSchema>
