import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type FieldError, fieldErrors } from './field-error'
import { isRecord } from './json'
import { stopTexts } from './text-gate'

/**
 * The value as the schema makes of it, once its texts have passed the gate. `more`: what else may be wrong with a
 * value that the schema refuses.
 * @throws {AppError} `invalid_fields` with all field errors at once.
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  value: unknown,
  more: (value: unknown) => FieldError[] = () => [],
): z.output<T> {
  const body = { value }
  const stopped = stopTexts(body)
  const parsed = schema.safeParse(body.value)
  const found = parsed.success ? [] : [...fieldErrors(parsed.error), ...more(body.value)]
  for (const { restore } of stopped) restore()
  const errors = [...stoppedErrors(schema, stopped, found), ...found]
  if (parsed.success && errors.length === 0) return parsed.data
  const fields = errors.length === 1 ? '1 field is wrong' : `${errors.length} fields are wrong`
  throw new AppError('invalid_fields', `${fields}; see errors.`, { errors })
}

/** Of the texts that did not pass those that the schema reads, and says nothing of: it tells a field's own limit. */
function stoppedErrors(
  schema: z.ZodType,
  stopped: ReturnType<typeof stopTexts>,
  found: FieldError[],
): FieldError[] {
  if (stopped.length === 0) return []
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const told = new Set(found.map(({ field }) => field))
  return stopped
    .flatMap((one) => one.told ?? [])
    .filter(({ names, error }) => reads(shape, names) && !told.has(error.field))
    .map(({ error }) => error)
}

/** Whether a JSON schema says anything of what stands at the end of a path. */
function reads(schema: unknown, names: string[]): boolean {
  const [name, ...rest] = names
  if (!isRecord(schema)) return false
  const either = [schema.anyOf, schema.allOf, schema.oneOf].flatMap((some) =>
    Array.isArray(some) ? some : [],
  )
  if (either.some((one) => reads(one, names))) return true
  if (name === undefined) return either.length === 0 && Object.keys(schema).length > 0
  const { properties, items } = schema
  if (isRecord(properties) && Object.hasOwn(properties, name)) return reads(properties[name], rest)
  return items !== undefined && reads(items, rest)
}
