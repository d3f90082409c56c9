import { promisify } from 'node:util'
import { gunzip, inflate, inflateRaw } from 'node:zlib'
import { AppError } from '@/lib/errors'
import type { ReceivedBody } from '@/lib/validation/json'
import { printable } from '@/lib/validation/plain-text'

/** Bytes; larger bodies are refused, as sent or unpacked. */
export const bodyLimit = 64 * 1024
/** Of what a caller wrote, as much as is worth saying back. */
const longestName = 40

/**
 * Reads a JSON request: its bytes as received (unpacked, where they came packed), and their value (of duplicate keys
 * the last counts).
 * @throws {AppError} `wrong_content_type`, `body_too_large` or `not_json`.
 */
export async function readJson(request: Request): Promise<ReceivedBody> {
  requireJson(request.headers.get('content-type'))
  const unpack = unpackerFor(request.headers.get('content-encoding'))
  const bytes = await unpack(await readBytes(request))
  try {
    return { bytes, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    throw new AppError('not_json', 'The body is not JSON in UTF-8.')
  }
}

function requireJson(contentType: string | null): void {
  const type = jsonTypeOf(contentType)
  if (type.kind === 'json') return
  const message =
    type.kind === 'charset'
      ? `The charset ${named(type.charset)} cannot be read: send JSON in UTF-8.`
      : 'Send JSON as application/json, in UTF-8.'
  throw new AppError('wrong_content_type', message)
}

function unpackerFor(header: string | null): (bytes: Uint8Array) => Promise<Uint8Array> {
  const encoding = header?.trim().toLowerCase() ?? ''
  if (encoding === '' || encoding === 'identity') return async (bytes) => bytes
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined
  if (!unpack) {
    const message = `The encoding ${named(encoding)} cannot be read: send gzip, deflate or none.`
    throw new AppError('wrong_content_type', message)
  }
  return (bytes) =>
    unpack(bytes, bodyLimit).catch((error: unknown) => {
      if (isTooMuch(error)) throw tooLarge('unpacked')
      throw new AppError('not_json', `The body is not ${named(encoding)}, as its Content-Encoding says.`)
    })
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > bodyLimit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > bodyLimit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(how?: 'unpacked'): AppError {
  const message = how
    ? `The body is larger than ${bodyLimit} bytes when it is unpacked.`
    : `The body is larger than ${bodyLimit} bytes.`
  return new AppError('body_too_large', message)
}

const named = (text: string) => printable(text.slice(0, longestName))

/** Longer than any header that a client sends for JSON. */
const longest = 256
/** Charsets whose texts are UTF-8 as they are. */
const readable = ['utf-8', 'utf8', 'us-ascii', 'ascii']

/** A name and its value; in quotes a semicolon parts nothing. */
const parameter = /;([^;="]*)(?:=\s*("(?:[^"\\]|\\.)*"|[^;]*))?/g

/** What a `Content-Type` says of a body: that it is JSON that can be read, or why it is not. */
type JsonType = { kind: 'json' } | { kind: 'other' } | { kind: 'charset'; charset: string }

/** Parameters that say nothing of how to read the body (`odata=verbose`, `version=1`) do no harm. */
export function jsonTypeOf(contentType: string | null): JsonType {
  if (contentType === null || contentType.length > longest) return { kind: 'other' }
  const [type = ''] = contentType.split(';', 1)
  if (type.trim().toLowerCase() !== 'application/json') return { kind: 'other' }
  for (const [, name = '', value = ''] of contentType.slice(type.length).matchAll(parameter)) {
    const charset = value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase()
    if (name.trim().toLowerCase() === 'charset' && charset !== '' && !readable.includes(charset))
      return { kind: 'charset', charset }
  }
  return { kind: 'json' }
}

type Unpack = (bytes: Uint8Array, most: number) => Promise<Uint8Array>

const [unzip, unwrap, unwrapRaw] = [promisify(gunzip), promisify(inflate), promisify(inflateRaw)]

/** By the name of an encoding, in lower case, what takes it off; it stops where more than `most` bytes come out. */
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: (bytes, most) => unzip(bytes, { maxOutputLength: most }),
  'x-gzip': (bytes, most) => unzip(bytes, { maxOutputLength: most }),
  // By its RFC the stream of zlib; many send the bare one.
  deflate: (bytes, most) => (isWrapped(bytes) ? unwrap : unwrapRaw)(bytes, { maxOutputLength: most }),
}

/** Whether bytes begin as zlib's do (RFC 1950). */
function isWrapped([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

/** Whether unpacking stopped because more would have come out than may. */
function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
