import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { FieldError, FieldErrorCode, FieldErrorParams } from './field-error'
import { fieldErrorMessage, fieldErrors } from './field-error-message'
import { characterAt, mostMarks } from './plain-text'

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

/** UTF-16 units: more than any field takes, with room for what is tidied away. */
export const longestText = 10_000

const marksTooMany = new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u')

/** Levels; no schema of ours reads deeper. */
const deepestRead = 16

/** Where a value stands in a request, and how deep. */
type Place = { holder: Record<string, unknown>; name: string; within: Place | null; depth: number }

/**
 * A text that did not pass; `restore` puts it back. `told`: where it stands and what is told of it; `null` of one that
 * stands deeper than anything is read, because to say where costs as much as it is deep, and there may be many.
 */
type Stopped = { told: { names: string[]; error: FieldError } | null; restore: () => void }

/**
 * The gate that every text of a JSON request passes before anything looks into it: names each that is longer than
 * any field takes, or has more marks on a letter than any language. It is cut short in `body` until it is restored, so
 * that what else is wrong can be told at once, at a cost that grows with the length alone.
 *
 * Without recursion, because a stranger may nest deeper than the stack is.
 */
export function stopTexts(body: { value: unknown }): Stopped[] {
  const stopped: Stopped[] = []
  const rest: Place[] = [{ holder: body, name: 'value', within: null, depth: 0 }]
  for (let place = rest.pop(); place; place = rest.pop()) {
    const value = place.holder[place.name]
    if (typeof value === 'string') {
      const wrong = wrongWith(value)
      if (wrong) stopped.push(stop(place, value, wrong))
    } else if (typeof value === 'object' && value !== null) {
      // An array too is a record, of its indexes.
      const holder = value as Record<string, unknown>
      for (const name of Object.keys(holder))
        rest.push({ holder, name, within: place, depth: place.depth + 1 })
    }
  }
  return stopped.reverse()
}

type Wrong = { code: FieldErrorCode; params: FieldErrorParams; keep: number }

function wrongWith(text: string): Wrong | null {
  if (text.length > longestText)
    return { code: 'too_long', params: { max: longestText }, keep: longestText + 1 }
  // biome-ignore lint/plugin: this is the gate, and its length was looked at in the line before
  const at = text.search(marksTooMany)
  if (at < 0) return null
  const params = characterAt(text, at + mostMarks, 'mark')
  return { code: 'forbidden_character', params, keep: at }
}

function stop(place: Place, text: string, wrong: Wrong): Stopped {
  const { holder, name, depth } = place
  holder[name] = text.slice(0, wrong.keep)
  return {
    told: depth > deepestRead ? null : toldOf(place, wrong),
    restore: () => {
      holder[name] = text
    },
  }
}

function toldOf(place: Place, { code, params }: Wrong): NonNullable<Stopped['told']> {
  const names = namesOf(place)
  const field = names.length === 0 ? 'body' : names.join('.')
  return { names, error: { field, code, message: fieldErrorMessage(code, params), params } }
}

function namesOf(place: Place): string[] {
  const names: string[] = []
  for (let at: Place | null = place; at?.within; at = at.within) names.push(at.name)
  return names.reverse()
}

/** A body as it came, unpacked where it came packed, and what it says as JSON. */
export type ReceivedBody = { bytes: Uint8Array; value: unknown }

/** Whether a value is a JSON object: not `null`, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
