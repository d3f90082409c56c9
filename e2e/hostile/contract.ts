import { z } from 'zod'

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?!\s)[^\p{Cc}\p{Cs}\p{Bidi_Control}]*(?<!\s)$/u)
const number = (min: number, max: number) => z.number().min(min).max(max).nullable()

/**
 * What the contract lets be stored of a lead, said once more and on its own, so that a mistake in the product's schemas
 * does not hide itself.
 */
export const storedLeadSchema = z.object({
  reference: z
    .string()
    .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}]+( [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u)
    .refine((reference) => [...reference].length <= 100)
    .nullable(),
  vitecCustomerId: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  vitecSourceId: text(100),
  firstName: text(30),
  lastName: text(30),
  email: text(100).regex(/^[^@]+@[^@]+\.[^@]+$/),
  phone: z.string().regex(/^(?!\+460)\+\d{1,16}$/),
  address: text(68),
  zipCode: z
    .string()
    .regex(/^[1-9]\d{4}$/)
    .nullable(),
  city: text(25).nullable(),
  qualification: text(200).nullable(),
  customField: text(500).nullable(),
  valuation: z.int().min(1).max(999_999_999_999),
  propertySubType: z.enum(['Apartment', 'SingleFamilyResidence', 'Townhouse', 'Duplex', 'Terraced']),
  livingArea: z.number().gt(0).max(100_000).nullable(),
  rooms: z
    .string()
    .regex(/^([1-9]\d?([.,]\d)?|0[.,]5)$/)
    .nullable(),
  secondaryArea: number(0, 100_000),
  lotSizeArea: number(0, 100_000_000),
  yearBuilt: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  occupantType: z.enum(['Owner', 'TenantOwnership']).nullable(),
  associationFee: number(0, 1_000_000),
  valuationDate: z.iso.date(),
})
