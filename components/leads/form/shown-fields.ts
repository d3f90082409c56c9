import type { LeadFormValues } from './lead-form-values'

type Property = Pick<LeadFormValues['property'], 'property_sub_type' | 'occupant_type'>

/** Which of the fields that not every property has are asked for. What is not shown is not sent. */
export function shownFields({ property_sub_type: type, occupant_type: owner }: Property) {
  return {
    houseAreas: type !== '' && type !== 'Apartment',
    // The contract takes a flat of which nothing is said for tenant-owned.
    associationFee: owner === 'TenantOwnership' || (owner === '' && type === 'Apartment'),
  }
}

/** The form of ownership a type of property starts with: said of a flat, left open for a house. */
export function firstOccupantType(propertySubType: string): string {
  return propertySubType === 'Apartment' ? 'TenantOwnership' : ''
}
