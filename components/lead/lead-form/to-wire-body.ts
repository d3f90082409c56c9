import { parseSwedishNumber } from '@/lib/lead/form-number'
import type { LeadFormValues } from './lead-form-values'
import { shownFields } from './shown-fields'

/** The form as the body of POST /api/lead (unchecked): numbers as numbers, fields that are not shown left out. */
export function toWireBody({ customer, person, property }: LeadFormValues) {
  const shown = shownFields(property)
  return {
    customer,
    person,
    property: {
      property_sub_type: property.property_sub_type,
      occupant_type: property.occupant_type,
      valuation: numberOrText(property.valuation),
      valuation_date: property.valuation_date,
      living_area: numberOrText(property.living_area),
      rooms: property.rooms,
      year_built: property.year_built,
      ...(shown.houseAreas && {
        secondary_area: numberOrText(property.secondary_area),
        lot_size_area: numberOrText(property.lot_size_area),
      }),
      ...(shown.associationFee && { association_fee: numberOrText(property.association_fee) }),
    },
  }
}

/** Text that is no number goes as it is, for the schema to say so. */
function numberOrText(text: string): number | string | null {
  return text.trim() === '' ? null : (parseSwedishNumber(text) ?? text)
}
