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
export function htmlText(html: string): string {
  return html
    .slice(0, longestHtml)
    .replace(/<(script|style)\b.*?(<\/\1\s*>|$)/gis, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
