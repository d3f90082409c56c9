import type { FieldError } from '@/lib/validation/field-error'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import { isAssignedPhone } from '@/lib/validation/is-assigned-phone'
import { isRecord } from '@/lib/validation/parse-input'
import { printable } from '@/lib/validation/plain-text'
import type { Lead } from './lead'
import { isTenantOwnership } from './lead-message'
import type { LeadWarning } from './lead-warning'
import type { SimilarLeads } from './similar-lead'
import { wireLeadSchema } from './wire-lead'

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

/** How a field that makes two leads alike is called on the wire. */
const wireNames = { phone: 'phone', email: 'email', place: 'name_and_address' } as const

/** What the sender of a lead is warned of: the one that is most like it. */
export function similarWarnings({ leads: [nearest] }: SimilarLeads): LeadWarning[] {
  if (!nearest) return []
  const same = nearest.same.map((kind) => wireNames[kind]).join(', ')
  return [
    {
      field: 'person',
      code: 'similar_lead',
      message: `A lead of the last 30 days has the same ${same}: ${nearest.id}. It is sent all the same.`,
      params: { lead: nearest.id, same },
    },
  ]
}

function notInMessage(code: LeadWarning['code'], field: string, owner: string): LeadWarning {
  return { field, code, message: `${field} is kept, but not in the message: it belongs to ${owner}.` }
}

const longestName = 60
const mostMisnamed = 20
// Which fields there are does not depend on the day.
const { shape } = wireLeadSchema('2000-01-01')
const { reference: _, ...parts } = shape
/** Every dotted path that a request may have. */
export const knownPaths = [
  ...Object.keys(shape),
  ...Object.entries(parts).flatMap(([name, part]) =>
    Object.keys(part.shape).map((field) => `${name}.${field}`),
  ),
]

/**
 * The fields of a request that the contract does not know, as dotted paths (`person.middle_name`).
 * Names are made fit to print, and to store as JSON: long ones are cut, invisible characters replaced.
 */
export function unknownFields(body: unknown): string[] {
  return [
    ...unknownKeys(body, shape),
    ...Object.entries(parts).flatMap(([name, part]) =>
      unknownKeys(isRecord(body) ? body[name] : undefined, part.shape).map((key) => `${name}.${key}`),
    ),
  ]
}

/**
 * The field that an unknown one (a path of {@link unknownFields}) must have been meant as, since nothing but case and
 * punctuation parts them, or the object it stands in: `person.firstName` is `person.first_name`.
 */
export function meantField(path: string): string | null {
  const [part = '', ...names] = path.split('.')
  const isNested = names.length > 0 && Object.hasOwn(parts, part)
  const name = folded(isNested ? names.join('') : path)
  const alike = knownPaths.filter((known) => folded(known.slice(known.indexOf('.') + 1)) === name)
  return alike.find((known) => known.startsWith(`${part}.`)) ?? alike[0] ?? null
}

/** Of a request that was refused, the fields it may have been refused for: those that look like one we know. */
export function misnamedFields(body: unknown): FieldError[] {
  return unknownFields(body)
    .flatMap((field) => {
      const meant = meantField(field)
      return meant === null ? [] : { field, meant }
    })
    .slice(0, mostMisnamed)
    .map(({ field, meant }) => ({
      field,
      code: 'unknown_field',
      message: fieldErrorMessage('unknown_field', { meant }),
      params: { meant },
    }))
}

const folded = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

function unknownKeys(value: unknown, known: object): string[] {
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => printable(key.slice(0, longestName)))
}
