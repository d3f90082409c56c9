import { tidyCode } from '@/lib/validation/plain-text'
import { type NumberKind, parseSwedishNumber } from '@/lib/validation/swedish-number'
import { type LeadFormValues, shownFields } from './lead-form-values'

/** The form as the body of POST /api/lead (unchecked): numbers as numbers, fields that are not shown left out. */
export function toWireBody({ customer, person, property }: LeadFormValues) {
  const shown = shownFields(property)
  return {
    customer,
    person: { ...person, zip_code: typedZipCode(person.zip_code) },
    property: {
      property_sub_type: property.property_sub_type,
      occupant_type: property.occupant_type,
      valuation: numberOrText(property.valuation, 'money'),
      valuation_date: property.valuation_date,
      living_area: numberOrText(property.living_area, 'area'),
      rooms: typedRooms(property.rooms),
      year_built: property.year_built,
      ...(shown.houseAreas && {
        secondary_area: numberOrText(property.secondary_area, 'area'),
        lot_size_area: numberOrText(property.lot_size_area, 'area'),
      }),
      ...(shown.associationFee && { association_fee: numberOrText(property.association_fee, 'money') }),
    },
  }
}

/** Text that is no number, or may be two, goes as it is, for the schema to say so. */
function numberOrText(text: string, kind: NumberKind): number | string | null {
  return text.trim() === '' ? null : (parseSwedishNumber(text, kind) ?? text)
}

/** Longer than what is told apart here; anything longer is left for the schema to refuse. */
const longest = 60
const rooms =
  /^(\d{1,2}(?:[.,]\d)?|\d{0,2}½)\s?(?:rok|r\.?\s?o\.?\s?k\.?|rum(?:\s(?:och|o|&)\s?kök)?|r|:a)?$/i
const zipCode = /^(?:se?)[-\s]?(\d{3}\s?\d{2})$/i

/** The number of rooms in `3 rok`, `2,5 rum` or `2½`, as the wire has it; other text as it is. */
export function typedRooms(text: string): string {
  const [, count] = text.length > longest ? [] : (rooms.exec(tidyCode(text)) ?? [])
  if (count === undefined) return text
  return count.endsWith('½') ? `${count.slice(0, -1) || '0'},5` : count
}

/** The five digits in `SE-114 22`; other text as it is. */
export function typedZipCode(text: string): string {
  const [, digits] = text.length > longest ? [] : (zipCode.exec(tidyCode(text)) ?? [])
  return digits ?? text
}
