import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/**
 * Where two languages do not say the same things: a key that one lacks, or other arguments in a message.
 * @param {object} one nested messages by key
 * @param {object} other
 * @returns {string[]} a line for each difference
 */
export function messageDifferences(one, other) {
  const [left, right] = [textsByKey(one), textsByKey(other)]
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
export function textsByKey(/** @type {object} */ messages, prefix = '') {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...textsByKey(value, `${prefix}${key}.`)],
    ),
  )
}

/**
 * The arguments and tags of an ICU message, as far as a translation must agree with another.
 * @param {string} message
 * @returns {string[]} sorted, such as `count plural`, `name`, `<link>`
 * @throws {SyntaxError} where it is none
 */
function messageArguments(message) {
  return [...new Set(namesIn(parse(message)))].sort()
}

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

/** @returns {string[]} */
function namesIn(/** @type {Element[]} */ elements) {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const { type, value } = element
    /** @type {Partial<Record<TYPE, string>>} */
    const plain = { [TYPE.argument]: value, [TYPE.tag]: `<${value}>` }
    const name = plain[type] ?? `${value} ${TYPE[type]}`
    return [name, ...namesIn(partsOf(element))]
  })
}

/** What stands within a tag, or in the cases of a plural or a choice. */
function partsOf(/** @type {Element} */ element) {
  if (element.type === TYPE.tag) return element.children
  return 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : []
}
