/** A body as it came, unpacked where it came packed, and what it says as JSON. */
export type ReceivedBody = { bytes: Uint8Array; value: unknown }

/** Whether a value is a JSON object: not `null`, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a text may hold beside punctuation: an escape, the edge of a string, a number. */
const tokens = /\\.|"|-?\d[\d.eE+-]*/gs

/**
 * The value of a JSON text; `null` where it is none. A number that JavaScript would not give back as it was written,
 * as an id beyond 2^53, is its text instead.
 */
export function parseJson(text: string): unknown {
  try {
    // First, since what is quoted below is no longer known to have been JSON.
    const value: unknown = JSON.parse(text)
    const exact = withExactNumbers(text)
    return exact === text ? value : JSON.parse(exact)
  } catch {
    return null
  }
}

function withExactNumbers(json: string): string {
  let inString = false
  return json.replace(tokens, (token) => {
    if (token === '"') inString = !inString
    const isNumber = !inString && /\d$/.test(token)
    return isNumber && String(Number(token)) !== token ? `"${token}"` : token
  })
}
