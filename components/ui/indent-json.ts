/**
 * JSON with a line for each member, every value spelt as it was: unlike a parse and a print, this keeps `1.0`,
 * `1e400` and both of two equal keys. What is not JSON comes back as it is.
 */
export function indentJson(text: string): string {
  try {
    JSON.parse(text)
  } catch {
    return text
  }
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return text.replace(token, (part) => {
    const [first = ''] = part
    if (first === '"') return part
    if (first.trim() === '') return ''
    if (first === ',') return `,${line()}`
    if (first === ':') return ': '
    if (part.length > 1) return part.replace(/\s/g, '')
    depth += '{['.includes(first) ? 1 : -1
    return '{['.includes(first) ? first + line() : line() + first
  })
}

/** Strings whole, empty objects and arrays whole, punctuation, white space. Numbers and words stay untouched. */
const token = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|\s+/g
