/**
 * Where two languages do not say the same things: a key that one lacks, or other arguments in a message.
 * @param {object} one nested messages by key
 * @param {object} other
 * @returns {string[]} a line for each difference
 */
export function messageDifferences(one, other) {
  const [left, right] = [flat(one), flat(other)]
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const [a, b] = [left.get(key), right.get(key)]
    if (a === undefined || b === undefined) return [`${key} is only in one language`]
    if (a.trim() === '' || b.trim() === '') return [`${key} is empty`]
    const [mine, theirs] = [describe(a), describe(b)]
    return mine === theirs ? [] : [`${key} takes ${mine} here and ${theirs} there`]
  })
}

function describe(/** @type {string} */ message) {
  try {
    return messageArguments(message).join(', ') || 'nothing'
  } catch (error) {
    return `(${message} ${/** @type {Error} */ (error).message})`
  }
}

/** @returns {Map<string, string>} */
function flat(/** @type {object} */ messages, prefix = '') {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/**
 * The arguments and tags of an ICU message, as far as a translation must agree with another.
 * @param {string} message
 * @returns {string[]} sorted, such as `count plural`, `name`, `<link>`
 * @throws {Error} when the braces do not match
 */
function messageArguments(message) {
  const text = message.replace(/'[{}<][^']*'|''/g, '')
  /** @type {Set<string>} */
  const found = new Set([...text.matchAll(/<([a-z]\w*)>/gi)].map(([tag]) => tag))
  if (readText(text, 0, found) !== text.length) throw new Error('has a } too many')
  return [...found].sort()
}

/** Reads text with its arguments up to the end, or the `}` that closes what it stands in; answers where. */
function readText(/** @type {string} */ text, /** @type {number} */ from, /** @type {Set<string>} */ found) {
  let at = from
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readArgument(text, at, found) : at + 1
  }
  return at
}

/** Reads an argument from its `{`; answers where the text goes on. */
function readArgument(
  /** @type {string} */ text,
  /** @type {number} */ from,
  /** @type {Set<string>} */ found,
) {
  const [start, name, type] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(from)) ?? []
  if (!start) throw new Error(`has a { without a name at ${from}`)
  found.add(type ? `${name} ${type}` : `${name}`)
  let at = from + start.length
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readText(text, at + 1, found) + 1 : at + 1
  }
  if (at >= text.length) throw new Error(`has a { that is not closed at ${from}`)
  return at + 1
}
