import { messageArguments } from './message-arguments.mjs'

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
