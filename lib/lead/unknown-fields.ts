import { isRecord } from './is-record'
import { printable } from './plain-text'
import { wireLeadSchema } from './wire-lead'

const longestName = 60
// Which fields there are does not depend on the day.
const { shape } = wireLeadSchema('2000-01-01')

/**
 * The fields of a request that the contract does not know, as dotted paths (`person.middle_name`).
 * Names are made fit to print, and to store as JSON: long ones are cut, control characters replaced.
 */
export function unknownFields(body: unknown): string[] {
  return [
    ...unknownKeys(body, shape),
    ...Object.entries(shape).flatMap(([name, part]) =>
      unknownKeys(isRecord(body) ? body[name] : undefined, part.shape).map((key) => `${name}.${key}`),
    ),
  ]
}

function unknownKeys(value: unknown, known: object): string[] {
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => printable(key.slice(0, longestName)))
}
