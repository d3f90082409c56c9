import type { Prisma } from '@/lib/db/generated/client'
import type { Lead } from '@/lib/leads/lead'

const orePerKrona = 100

/** The columns that make up a {@link Lead}, named for every read. */
export const leadColumns = {
  vitecCustomerId: true,
  vitecSourceId: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  address: true,
  zipCode: true,
  city: true,
  qualification: true,
  customField: true,
  valuation: true,
  propertySubType: true,
  livingArea: true,
  rooms: true,
  secondaryArea: true,
  lotSizeArea: true,
  yearBuilt: true,
  occupantType: true,
  associationFeeOre: true,
  valuationDate: true,
} as const satisfies Prisma.LeadSelect

/** The name that a column of the schema has in SQL. */
export const sqlName = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type LeadColumns = Prisma.LeadGetPayload<{ select: typeof leadColumns }>
export type StoredLead = Lead & { valuationDate: string }

/** From the core's lead to its columns: SEK a month become öre, the date a day without a time. */
export function toColumns({ associationFee, ...lead }: StoredLead): LeadColumns {
  return {
    ...lead,
    valuation: BigInt(lead.valuation),
    associationFeeOre: associationFee === null ? null : Math.round(associationFee * orePerKrona),
    valuationDate: new Date(`${lead.valuationDate}T00:00:00Z`),
  }
}

/** From columns to the core's lead; {@link toColumns} the other way. */
export function fromColumns({ associationFeeOre, ...columns }: LeadColumns): StoredLead {
  return {
    ...columns,
    valuation: Number(columns.valuation),
    associationFee: associationFeeOre === null ? null : associationFeeOre / orePerKrona,
    valuationDate: columns.valuationDate.toISOString().slice(0, 10),
  }
}
