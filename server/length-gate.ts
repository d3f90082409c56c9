import type { IncomingMessage } from 'node:http'
import type { DoorRefusal } from './refusal'

/**
 * What is longer is looked at by nothing: patterns and Unicode's rules may take a time that grows with the square of
 * a text. UTF-16 units; no client sends so much in a header that we read, and no address of ours is so long.
 */
const longestHeader = 1_024
const longestAddress = 2_048

/**
 * Headers that are read. Of others, which a proxy may add (signed statements of who is there), the long ones are left
 * out; a media type too, because to have none and to have one that we do not read is the same.
 */
const read = [
  ...['accept', 'accept-encoding', 'accept-language', 'authorization', 'connection', 'content-encoding'],
  ...['content-length', 'expect', 'forwarded', 'host', 'idempotency-key', 'if-modified-since'],
  ...['if-none-match', 'origin', 'prefer', 'range', 'sec-fetch-site', 'transfer-encoding', 'upgrade', 'via'],
  ...['x-api-key', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
]

/** Other services of the same host put their cookies beside ours, and Next tells itself where in the application it is. */
const longer = ['cookie', 'next-router-state-tree']

/**
 * The gate that the first line and the headers of a request pass before anything looks into them; what is too long and
 * read by nothing is left out.
 * @returns null for what may be looked at
 */
export function tooLong({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): DoorRefusal | null {
  if (url.length > longestAddress)
    return {
      code: 'address_too_long',
      message: `The address is longer than ${longestAddress} characters.`,
    }
  for (const [name, value = ''] of Object.entries(headers)) {
    if (longer.includes(name) || lengthOf(value) <= longestHeader) continue
    if (read.includes(name))
      return {
        code: 'header_too_long',
        message: `The header ${name} is longer than ${longestHeader} characters.`,
      }
    delete headers[name]
  }
  return null
}

function lengthOf(value: string | string[]): number {
  return typeof value === 'string' ? value.length : value.reduce((sum, one) => sum + one.length, 0)
}
