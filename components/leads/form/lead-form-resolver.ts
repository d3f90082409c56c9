import type { Resolver } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import { type Checked, schemaResolver } from '@/components/form/schema-resolver'
import { onFirstUse } from '@/components/ui/part-on-use'
import type { Lead } from '@/lib/leads/lead'
import { leadRequestSchema, personFields } from '@/lib/leads/wire-lead'
import { loadNumberingPlans } from '@/lib/validation/phone-field'
import type { LeadFormValues } from './lead-form-values'
import { toWireBody } from './to-wire-body'

/** A form that is right: the body to send, and the lead that the API will make of it. */
export type CheckedLead = Checked<ReturnType<typeof toWireBody>, Lead>

/**
 * Checks the form with the API's own schema, and asks about what the API only warns of. `today` is `YYYY-MM-DD`.
 */
export function leadFormResolver(
  today: string,
  words: FieldErrorWords,
): Resolver<LeadFormValues, unknown, CheckedLead> {
  const schema = leadRequestSchema(today)
  const findDoubts = async ({ person, confirmed }: LeadFormValues) =>
    (await isDoubtfulPhone(person.phone, confirmed.phone))
      ? [{ field: 'person.phone', code: 'doubtful_phone' }]
      : []
  const check = schemaResolver({ schema, toBody: toWireBody, findDoubts }, words)
  return async (values, context, options) => {
    await loadNumberingPlans()
    return check(values, context, options)
  }
}

onFirstUse(() => void loadNumberingPlans())

/** How long a field waits for the numbering plans, in ms; without them nothing is asked. */
const patience = 2_000

/** What the writer of a number confirms: the number as it will be sent; `null` where it is none. */
export function phoneToConfirm(typed: string): string | null {
  return personFields.phone.safeParse(typed).data ?? null
}

/** Whether a number could be dialled, but is in no numbering plan, and its writer has not said that it is right. */
async function isDoubtfulPhone(typed: string, confirmed: string): Promise<boolean> {
  const phone = phoneToConfirm(typed)
  if (phone === null || phone === confirmed) return false
  return !(await Promise.race([isAssigned(phone), afterPatience()]))
}

/** The plans are half as large as everything else the form needs: they are loaded with the first number. */
async function isAssigned(phone: string): Promise<boolean> {
  try {
    return (await import('@/lib/validation/is-assigned-phone')).isAssignedPhone(phone)
  } catch {
    return true
  }
}

const afterPatience = () => new Promise<true>((resolve) => setTimeout(resolve, patience, true))
