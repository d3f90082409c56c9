import { createHmac } from 'node:crypto'

const tagLength = 32

/**
 * JSON with an `ETag`, or 304 where the caller has it already (RFC 9110, 13.1.2). The tag is made with the secret that the caller
 * came with: logs have tags, and an unkeyed hash would tell whoever guesses a person's number that the guess was right. A weak one,
 * since what goes out may be packed or not.
 */
export function unlessUnchanged(
  request: Request,
  body: unknown,
  { secret, headers = {} }: { secret: string; headers?: Record<string, string> },
): Response {
  const text = JSON.stringify(body)
  const tag = `W/"${createHmac('sha256', secret).update(text).digest('base64url').slice(0, tagLength)}"`
  const tagged = { ...headers, ETag: tag }
  if (isNamed(tag, request.headers.get('if-none-match')))
    return new Response(null, { status: 304, headers: tagged })
  return new Response(text, { headers: { ...tagged, 'Content-Type': 'application/json' } })
}

/** Whether `If-None-Match` names the tag, as a weak one or a strong one. */
function isNamed(tag: string, header: string | null): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  const named = (header ?? '').split(',').map(bare)
  return named.includes(bare(tag)) || named[0] === '*'
}
