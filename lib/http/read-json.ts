import { AppError } from '@/lib/errors'

/** Bytes; larger bodies are refused. */
export const bodyLimit = 64 * 1024

/**
 * Reads a JSON request: its bytes as received, and their value (of duplicate keys the last counts).
 * @throws {AppError} `wrong_content_type`, `body_too_large` or `not_json`.
 */
export async function readJson(request: Request): Promise<{ bytes: Uint8Array; value: unknown }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(type)) {
    throw new AppError('wrong_content_type', 'Send the lead as application/json, in UTF-8.')
  }
  const bytes = await readBytes(request)
  try {
    return { bytes, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    throw new AppError('not_json', 'The body is not JSON in UTF-8.')
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new AppError('body_too_large', `The body is larger than ${bodyLimit} bytes.`)
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
