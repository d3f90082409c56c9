/** What is shorter may stand in a log by chance. */
const shortest = 4

/**
 * The people of all leads that an open server has, as a log could name them.
 * @param {string} address the server's
 * @returns {Promise<Set<string>>} names, e-mail addresses, street addresses, phone numbers without a plus
 */
export async function peopleOf(address) {
  const words = new Set()
  /** @type {string | null} */
  let cursor = null
  do {
    const { leads, next } = await search(address, cursor)
    for (const { firstName, lastName, email, phone, address } of leads)
      for (const word of [firstName, lastName, email, phone.slice(1), address]) words.add(word)
    cursor = next
  } while (cursor !== null)
  return words
}

/**
 * @param {string} address
 * @param {string | null} cursor
 */
async function search(address, cursor) {
  const response = await fetch(`${address}/api/staff/leads/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ cursor }),
  })
  if (!response.ok) throw new Error(`The leads could not be read: ${response.status}`)
  return response.json()
}

/**
 * Those of the words that a log holds, as they are or as an address has them.
 * @param {string} log
 * @param {Set<string>} words
 * @returns {string[]}
 */
export function namedIn(log, words) {
  const holds = (/** @type {string} */ word) => log.includes(word) || log.includes(encodeURIComponent(word))
  return [...words].filter((word) => word.length >= shortest && holds(word))
}
