import { isTenantOwnership } from './is-tenant-ownership'
import type { Lead } from './lead'
import { unknownFields } from './unknown-fields'

const mostUnknownFields = 20

/** What a caller should know about a lead that was accepted, in English: what is not used, what is not printed. */
export function leadWarnings(body: unknown, lead: Lead): string[] {
  return [...unknownFieldWarnings(unknownFields(body)), ...notPrinted(lead)]
}

function unknownFieldWarnings(fields: string[]): string[] {
  const named = fields.slice(0, mostUnknownFields)
  const more = fields.length - named.length
  return [
    ...named.map((field) => `${field} is not a field we know; it is kept as received and not used.`),
    ...(more > 0 ? [`${more} more fields are not known.`] : []),
  ]
}

function notPrinted(lead: Lead): string[] {
  const isFlat = lead.propertySubType === 'Apartment'
  return [
    ...(lead.associationFee && !isTenantOwnership(lead)
      ? ['property.association_fee is kept, but not in the message: it belongs to TenantOwnership.']
      : []),
    ...(lead.secondaryArea && isFlat
      ? ['property.secondary_area is kept, but not in the message: it belongs to houses.']
      : []),
    ...(lead.lotSizeArea && isFlat
      ? ['property.lot_size_area is kept, but not in the message: it belongs to houses.']
      : []),
  ]
}
