import type { DraftContent } from '@/lib/drafts/draft'
import type { Lead } from '@/lib/leads/lead'

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

type FieldOf<Part extends 'customer' | 'person' | 'property'> =
  `${Part}.${keyof LeadFormValues[Part] & string}`
export type LeadFormField = FieldOf<'customer'> | FieldOf<'person'> | FieldOf<'property'>

/** What each field of the form is in a lead, and so how it is called; in the order in which they stand on the page. */
export const leadFieldOf = {
  'customer.customer_id': 'vitecCustomerId',
  'customer.lead_id': 'vitecSourceId',
  'person.first_name': 'firstName',
  'person.last_name': 'lastName',
  'person.phone': 'phone',
  'person.email': 'email',
  'person.address': 'address',
  'person.zip_code': 'zipCode',
  'person.city': 'city',
  'person.qualification': 'qualification',
  'person.custom_field': 'customField',
  'property.property_sub_type': 'propertySubType',
  'property.occupant_type': 'occupantType',
  'property.valuation': 'valuation',
  'property.valuation_date': 'valuationDate',
  'property.living_area': 'livingArea',
  'property.rooms': 'rooms',
  'property.year_built': 'yearBuilt',
  'property.secondary_area': 'secondaryArea',
  'property.lot_size_area': 'lotSizeArea',
  'property.association_fee': 'associationFee',
} as const satisfies Record<LeadFormField, keyof Lead>

// Object.keys forgets which keys an object has; they are the object's own.
export const formFields = Object.keys(leadFieldOf) as LeadFormField[]

/** Whether anything of a person or a property has been typed. */
export function hasTyped({ person, property }: LeadFormValues): boolean {
  return [...Object.values(person), ...Object.values(property)].some((text) => text.trim() !== '')
}

/** Whether a form that was emptied for a customer is still as it was. */
export const isUntouched = (values: LeadFormValues, customer: LeadFormValues['customer']): boolean =>
  !hasTyped(values) && JSON.stringify(values.customer) === JSON.stringify(customer)

/** What a draft holds as the form has it: fields that a version did not know stay empty. */
export function draftToForm({ values }: Pick<DraftContent, 'values'>): LeadFormValues {
  const part = <Part extends object>(empty: Part, typed: Record<string, string> = {}): Part => ({
    ...empty,
    ...Object.fromEntries(Object.entries(typed).filter(([field]) => Object.hasOwn(empty, field))),
  })
  return {
    customer: part(emptyLeadForm.customer, values.customer),
    person: part(emptyLeadForm.person, values.person),
    property: part(emptyLeadForm.property, values.property),
    confirmed: part(emptyLeadForm.confirmed, values.confirmed),
  }
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
