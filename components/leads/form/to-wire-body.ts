import { type NumberKind, parseSwedishNumber } from '@/lib/validation/swedish-number'
import type { LeadFormValues } from './lead-form-values'
import { shownFields } from './shown-fields'
import { typedRooms, typedZipCode } from './typed-text'

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
