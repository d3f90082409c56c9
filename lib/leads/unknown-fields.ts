import { type FieldError, fieldErrorMessage } from '@/lib/validation/field-error'
import { isRecord } from '@/lib/validation/json'
import { printable } from '@/lib/validation/plain-text'
import { wireLeadSchema } from './wire-lead'

const longestName = 60
const mostMisnamed = 20
// Which fields there are does not depend on the day.
const { shape } = wireLeadSchema('2000-01-01')
const knownPaths = Object.entries(shape).flatMap(([name, part]) => [
  name,
  ...Object.keys(part.shape).map((field) => `${name}.${field}`),
])

/**
 * The fields of a request that the contract does not know, as dotted paths (`person.middle_name`).
 * Names are made fit to print, and to store as JSON: long ones are cut, characters nobody can see replaced.
 */
export function unknownFields(body: unknown): string[] {
  return [
    ...unknownKeys(body, shape),
    ...Object.entries(shape).flatMap(([name, part]) =>
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
  const isNested = names.length > 0 && Object.hasOwn(shape, part)
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
