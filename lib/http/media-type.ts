/** Longer than any header that a client sends for JSON. */
const longest = 256
/** Charsets whose texts are UTF-8 as they are. */
const readable = ['utf-8', 'utf8', 'us-ascii', 'ascii']

/** A name and its value; in quotes a semicolon parts nothing. */
const parameter = /;([^;="]*)(?:=\s*("(?:[^"\\]|\\.)*"|[^;]*))?/g

/** What a `Content-Type` says of a body: that it is JSON that can be read, or why it is not. */
export type JsonType = { kind: 'json' } | { kind: 'other' } | { kind: 'charset'; charset: string }

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
