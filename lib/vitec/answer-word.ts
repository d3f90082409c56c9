const maxLength = 1000

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
  return word === '' ? `HTTP ${status}` : word
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
