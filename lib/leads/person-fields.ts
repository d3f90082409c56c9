import type { FieldErrorCode } from '@/lib/validation/field-error'
import { optionalField } from '@/lib/validation/fields'
import { hasPersonalNumber } from '@/lib/validation/personal-number'
import { phoneField } from '@/lib/validation/phone-field'
import { emailField, patternField, textField } from '@/lib/validation/text-field'

/** Vitec's documented limits, in UTF-16 units. A newer page of theirs says 40 for names. */
export const personLimits = { name: 30, email: 100, address: 68, city: 25 } as const
const qualificationLength = 200
const customFieldLength = 500

const noPersonalNumber = (max: number) =>
  textField(max).refine((text) => !hasPersonalNumber(text), 'personal_number' satisfies FieldErrorCode)

/** The fields of `person` on the wire. */
export const personFields = {
  first_name: textField(personLimits.name).meta({
    description: 'First name of the lead contact.',
    examples: ['Erik'],
  }),
  last_name: textField(personLimits.name).meta({
    description: 'Last name of the lead contact.',
    examples: ['Andersson'],
  }),
  email: emailField(personLimits.email).meta({
    description: 'E-mail address; the domain may be international.',
    format: 'idn-email',
    examples: ['erik.andersson@example.com'],
  }),
  phone: phoneField.meta({
    description:
      'Swedish or international phone number, without extension. Stored and sent as E.164: 070-123 45 67 becomes +46701234567. One that can exist, but is not known to be in use, gives a warning.',
    examples: ['+46701234567', '070-123 45 67'],
  }),
  address: textField(personLimits.address).meta({
    description: 'Street address of the property.',
    examples: ['Storgatan 12'],
  }),
  zip_code: optionalField(
    patternField(/^[1-9]\d{2} ?\d{2}$/, 'invalid_zip_code')
      .overwrite((text) => text.replace(' ', ''))
      .meta({ description: 'Postal code; 114 22 and 11422 are the same.', examples: ['11422'] }),
  ),
  city: optionalField(
    textField(personLimits.city).meta({
      description: 'City where the property is.',
      examples: ['Stockholm'],
    }),
  ),
  qualification: optionalField(
    noPersonalNumber(qualificationLength).meta({
      description: 'What qualifies the lead, in a standard text. Must not contain a personal number.',
      examples: ['Angett flytt inom 12 mån'],
    }),
  ),
  custom_field: optionalField(
    noPersonalNumber(customFieldLength).meta({
      description: 'Free text to the agent. Must not contain a personal number.',
      examples: ['Bortrest till 1 mars'],
    }),
  ),
}
