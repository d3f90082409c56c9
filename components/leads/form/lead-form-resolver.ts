import { toNestErrors } from '@hookform/resolvers'
import type { Resolver } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import type { Lead } from '@/lib/leads/lead'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { fieldErrors } from '@/lib/validation/field-error'
import { isDoubtfulPhone } from './doubtful-phone'
import type { LeadFormValues } from './lead-form-values'
import { toWireBody } from './to-wire-body'

/** A form that is right: the body to send, and the lead that the API will make of it. */
export type CheckedLead = { body: ReturnType<typeof toWireBody>; lead: Lead }

/**
 * Checks the form with the API's own schema, and asks about what the API only warns of. `today` is `YYYY-MM-DD`.
 */
export function leadFormResolver(
  today: string,
  words: FieldErrorWords,
): Resolver<LeadFormValues, unknown, CheckedLead> {
  return async (values, _, options) => {
    const body = toWireBody(values)
    const parsed = leadRequestSchema(today).safeParse(body)
    const errors: [field: string, error: { type: string; message: string }][] = parsed.error
      ? fieldErrors(parsed.error).map((error) => [error.field, { type: error.code, message: words(error) }])
      : []
    if (await isDoubtfulPhone(values.person.phone, values.confirmed.phone)) {
      // Its words stand with the field, beside the answer.
      errors.push(['person.phone', { type: 'doubtful_phone', message: '' }])
    }
    if (parsed.success && errors.length === 0) return { values: { body, lead: parsed.data }, errors: {} }
    return { values: {}, errors: toNestErrors(Object.fromEntries(errors), options) }
  }
}
