/**
 * The form as it is typed: text in every field, under the names of the wire, so that an error of the API
 * (`person.phone`) finds its field.
 */
export const emptyLeadForm = {
  customer: { customer_id: '', lead_id: '' },
  person: {
    first_name: '',
    last_name: '',
    phone: '',
    email: '',
    address: '',
    zip_code: '',
    city: '',
    qualification: '',
    custom_field: '',
  },
  property: {
    property_sub_type: '',
    occupant_type: '',
    valuation: '',
    valuation_date: '',
    living_area: '',
    rooms: '',
    year_built: '',
    secondary_area: '',
    lot_size_area: '',
    association_fee: '',
  },
  /** What its writer was asked about and has said is right: the phone number, as E.164. */
  confirmed: { phone: '' },
}

export type LeadFormValues = typeof emptyLeadForm

/** Whether anything of a person or a property has been typed. */
export function hasTyped({ person, property }: LeadFormValues): boolean {
  return [...Object.values(person), ...Object.values(property)].some((text) => text.trim() !== '')
}

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
