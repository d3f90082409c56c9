import { isAssignedPhone } from '@/lib/validation/is-assigned-phone'
import { isTenantOwnership, type Lead } from './lead'
import type { LeadWarning } from './lead-warning'
import { meantField, unknownFields } from './unknown-fields'

const mostUnknownFields = 20

/** What a caller should know about a lead that was accepted: what is not used, not printed, or not to be reached. */
export function findLeadWarnings(body: unknown, lead: Lead): LeadWarning[] {
  return [...unknownFieldWarnings(unknownFields(body)), ...phoneWarnings(lead.phone), ...notPrinted(lead)]
}

function unknownFieldWarnings(fields: string[]): LeadWarning[] {
  const count = fields.length - mostUnknownFields
  return [
    ...fields.slice(0, mostUnknownFields).map(unknownField),
    ...(count > 0
      ? [
          {
            field: 'body',
            code: 'more_unknown_fields' as const,
            message: `${count} more fields are not known.`,
            params: { count },
          },
        ]
      : []),
  ]
}

function unknownField(field: string): LeadWarning {
  const message = `${field} is not a field we know; it is kept as received and not used.`
  const meant = meantField(field)
  return meant === null
    ? { field, code: 'unknown_field', message }
    : { field, code: 'misnamed_field', message: `${message} Is ${meant} meant?`, params: { meant } }
}

function phoneWarnings(phone: string): LeadWarning[] {
  const message =
    'person.phone could exist, but no numbering plan that we know has it; it is sent as it is. Is it right?'
  return isAssignedPhone(phone) ? [] : [{ field: 'person.phone', code: 'doubtful_phone', message }]
}

function notPrinted(lead: Lead): LeadWarning[] {
  const isFlat = lead.propertySubType === 'Apartment'
  return [
    ...(lead.associationFee && !isTenantOwnership(lead)
      ? [notInMessage('fee_not_printed', 'property.association_fee', 'TenantOwnership')]
      : []),
    ...(lead.secondaryArea && isFlat
      ? [notInMessage('area_not_printed', 'property.secondary_area', 'houses')]
      : []),
    ...(lead.lotSizeArea && isFlat
      ? [notInMessage('area_not_printed', 'property.lot_size_area', 'houses')]
      : []),
  ]
}

function notInMessage(code: LeadWarning['code'], field: string, owner: string): LeadWarning {
  return { field, code, message: `${field} is kept, but not in the message: it belongs to ${owner}.` }
}
