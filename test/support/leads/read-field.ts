import { wireLeadSchema } from '@/lib/leads/wire-lead'
import { fieldErrors } from '@/lib/validation/field-error-message'
import { isRecord } from '@/lib/validation/parse-input'
import { seedBody } from './seed-body'

/** The day of the tests. */
export const today = '2026-01-27'

/** The source document's request with one field (`person.phone`, `reference`) changed; `undefined` leaves it out. */
export function bodyWith(field: string, value: unknown): unknown {
  const body: Record<string, Record<string, unknown>> = seedBody()
  const [part = '', name = ''] = field.split('.')
  const changed = name === '' ? value : { ...body[part], [name]: value }
  return JSON.parse(JSON.stringify({ ...body, [part]: changed }))
}

/** What a field is read as, or `!code` of what is wrong; other fields are those of the source document. */
export function readField(field: string, value: unknown): unknown {
  const parsed = wireLeadSchema(today).safeParse(bodyWith(field, value))
  if (parsed.success)
    return field.split('.').reduce<unknown>((part, name) => isRecord(part) && part[name], parsed.data)
  return fieldErrors(parsed.error)
    .map((error) => (error.field === field ? `!${error.code}` : `${error.field}!${error.code}`))
    .join()
}
