import { createHash } from 'node:crypto'
import { AppError } from '@/lib/errors'

const visibleAscii = /^[\x21-\x7e]{1,255}$/

/**
 * The key of an `Idempotency-Key` header, quoted (as a structured field) or not; `null` where there is none.
 * @throws {AppError} `invalid_idempotency_key` for anything but 1 to 255 visible ASCII characters.
 */
export function idempotencyKey(header: string | null): string | null {
  if (header === null) return null
  const key = header.trim().replace(/^"(.*)"$/, '$1')
  if (visibleAscii.test(key)) return key
  throw new AppError('invalid_idempotency_key', 'Idempotency-Key must be 1-255 visible ASCII characters.')
}

/** SHA-256 over the JSON of a value with the keys of every object sorted: the order of keys is no difference. */
export function bodyHash(value: unknown): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256')
  for (const piece of sortedJson(value)) hash.update(piece)
  return Uint8Array.from(hash.digest())
}

/** What is still to be written: text as it is, or a value. */
type Rest = { text: string } | { value: unknown }

/** Without recursion, and so without `JSON.stringify`: a stranger may nest deeper than the stack is. */
function* sortedJson(root: unknown): Generator<string> {
  const rest: Rest[] = [{ value: root }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if ('text' in next) yield next.text
    else if (typeof next.value !== 'object' || next.value === null) yield JSON.stringify(next.value)
    else for (const piece of piecesOf(next.value).reverse()) rest.push(piece)
  }
}

function piecesOf(value: object): Rest[] {
  if (Array.isArray(value))
    return ['[', ...value.flatMap((member, at) => [...comma(at), { value: member }]), ']'].map(asRest)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const pieces = members.flatMap(([key, member], at) => [
    ...comma(at),
    `${JSON.stringify(key)}:`,
    { value: member },
  ])
  return ['{', ...pieces, '}'].map(asRest)
}

const comma = (at: number) => (at === 0 ? [] : [','])
const asRest = (piece: string | { value: unknown }): Rest =>
  typeof piece === 'string' ? { text: piece } : piece
