import { createHmac } from 'node:crypto'

const tagLength = 32

/**
 * JSON with an `ETag`, or 304 where the caller has it already (RFC 9110, 13.1.2). The tag is made with the secret that the caller
 * came with: logs have tags, and an unkeyed hash would tell whoever guesses a person's number that the guess was right.
 */
export function unlessUnchanged(
  request: Request,
  body: unknown,
  { secret, headers = {} }: { secret: string; headers?: Record<string, string> },
): Response {
  const text = JSON.stringify(body)
  const tag = `"${createHmac('sha256', secret).update(text).digest('base64url').slice(0, tagLength)}"`
  const tagged = { ...headers, ETag: tag }
  if (isNamed(tag, request.headers.get('if-none-match')))
    return new Response(null, { status: 304, headers: tagged })
  return new Response(text, { headers: { ...tagged, 'Content-Type': 'application/json' } })
}

/** Whether `If-None-Match` names the tag. A proxy that packs an answer makes its tag a weak one. */
function isNamed(tag: string, header: string | null): boolean {
  const named = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return named.includes(tag) || named[0] === '*'
}
