const maxLength = 1000

/** Nothing, or JSON that says as much. */
const saysNothing = /^(?:\{\s*\}|\[\s*\]|null|"")?$/

/** Where .NET, ASP.NET Core and problem+json put the sentence, lower-cased. */
const sentences = [
  'message',
  'messagedetail',
  'exceptionmessage',
  'title',
  'detail',
  'error',
  'error_description',
]
/** Where they put the words for each field. */
const perField = ['modelstate', 'errors']

/**
 * Vitec's own words in an error answer, for people to read: at most 1,000 characters, never empty.
 *
 * The shape of its errors is not documented, so anything is read: JSON of the common .NET shapes, other
 * JSON as it stands, HTML as text, text as it is, and `HTTP 400` for an empty body.
 */
export function answerWord(status: number, contentType: string, body: string): string {
  const text = body.trim()
  const read = isHtml(contentType, text) ? htmlText(text) : (jsonWord(text) ?? text)
  // JSON can spell out a NUL, which PostgreSQL cannot store.
  const word = read.replaceAll('\0', '').trim().slice(0, maxLength)
  return saysNothing.test(word) ? `HTTP ${status}` : word
}

function isHtml(contentType: string, text: string): boolean {
  return /\bhtml\b/i.test(contentType) || text.startsWith('<')
}

function jsonWord(text: string): string | null {
  try {
    return words(JSON.parse(text)).join(' ') || null
  } catch {
    return null
  }
}

/** Every sentence, then every field with its own: `The request is invalid. personLead.firstName: too long`. */
function words(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (Array.isArray(answer)) return answer.flatMap(words)
  if (typeof answer !== 'object' || answer === null) return []
  const entries = Object.entries(answer).map(([key, value]) => ({ key: key.toLowerCase(), value }))
  return [
    ...entries.filter(({ key }) => sentences.includes(key)).flatMap(({ value }) => words(value)),
    ...entries.filter(({ key }) => perField.includes(key)).flatMap(({ value }) => fieldWords(value)),
  ]
}

function fieldWords(fields: unknown): string[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return words(fields)
  return Object.entries(fields).map(([field, value]) => `${field}: ${words(value).join(' ')}`)
}

/** An error page says what it has to say near its top. It also bounds the work that a hostile page can cause. */
const longestHtml = 8 * 1024

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** The words of an HTML page, in one line. Not a sanitiser: what it gives is text and has to be shown as text. */
function htmlText(html: string): string {
  return html
    .slice(0, longestHtml)
    .replace(/<(script|style)\b.*?(<\/\1\s*>|$)/gis, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
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
