import { AppError } from '@/lib/errors'
import { printable } from '@/lib/validation/plain-text'
import { jsonTypeOf } from './media-type'
import { isTooMuch, unpackers } from './unpack'

/** Bytes; larger bodies are refused, as sent or unpacked. */
export const bodyLimit = 64 * 1024
/** Of what a caller wrote, as much as is worth saying back. */
const longestName = 40

/**
 * Reads a JSON request: its bytes as received (unpacked, where they came packed), and their value (of duplicate keys
 * the last counts).
 * @throws {AppError} `wrong_content_type`, `body_too_large` or `not_json`.
 */
export async function readJson(request: Request): Promise<{ bytes: Uint8Array; value: unknown }> {
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
