import { createHash } from 'node:crypto'

/** SHA-256 over the JSON of a value with the keys of every object sorted: the order of keys is no difference. */
export function bodyHash(value: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(sortedJson(value)).digest())
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    // Entries rather than assignments: a key may be `__proto__`.
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
