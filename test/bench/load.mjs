/**
 * `node test/bench/load.mjs ADDRESS '{"kind":"delivered","callers":8,"seconds":4}'`: callers that send one request after
 * the other, in a process of its own. Prints how many were answered, how long that took, and with which codes, as JSON.
 */
import { Agent, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { cpuOf } from './cpu.mjs'

const [address = '', given = '{}'] = process.argv.slice(2)
const { kind, callers, seconds, leads = Number.POSITIVE_INFINITY, pid, postgresPid } = JSON.parse(given)

const firstNames = ['Erik', 'Anna', 'Lars', 'Maria', 'Karl', 'Eva', 'Åsa', 'Björn', 'Karin', 'Johan']
const lastNames = ['Andersson', 'Johansson', 'Karlsson', 'Nilsson', 'Öberg', 'Persson', 'Svensson']
const streets = ['Storgatan', 'Kungsgatan', 'Skolgatan', 'Björkvägen', 'Ängsvägen']
/** @template T @param {T[]} list @param {number} number */
const one = (list, number) => list[number % list.length]

/** Area codes of the United States, in each of which 555 0100 to 0199 are given to nobody. */
const areas = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228,
]

/** No two alike: a search index that has seen it all before would cost nothing, and what is like another costs more. */
const leadBody = (/** @type {number} */ n) =>
  JSON.stringify({
    customer: { customer_id: 'ABC123', lead_id: 'LEAD456' },
    person: {
      first_name: one(firstNames, n),
      last_name: one(lastNames, Math.floor(n / 10)),
      email: `kund${n}@example.com`,
      phone: `+1${one(areas, Math.floor(n / 100))}555${String(100 + (n % 100)).padStart(4, '0')}`,
      address: `${one(streets, n)} ${n}`,
      zip_code: '11422',
      city: 'Stockholm',
    },
    property: {
      valuation: 5_500_000 + n,
      property_sub_type: 'SingleFamilyResidence',
      living_area: 150,
      secondary_area: 40,
      lot_size_area: 800,
      year_built: '1992',
      occupant_type: 'Owner',
      rooms: null,
      association_fee: null,
    },
  })

const agent = new Agent({ keepAlive: true, maxSockets: callers })
const isPost = kind !== 'empty'
const path = isPost ? '/api/lead' : '/api/health/live'

/** @param {string} body @returns {Promise<number>} the code of the answer */
function ask(body) {
  const headers = {
    ...(isPost && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...(kind === 'accepted' && { prefer: 'respond-async' }),
  }
  return new Promise((resolve, reject) => {
    const options = { method: isPost ? 'POST' : 'GET', agent, headers }
    const call = request(address + path, options, async (response) => {
      await buffer(response)
      resolve(response.statusCode ?? 0)
    })
    call.on('error', reject).end(isPost ? body : undefined)
  })
}

/** @type {Record<string, number>} */
const codes = {}
/** @type {number[]} in ms */
const times = []
let begun = 0
const first = Date.now() % 1_000_000
const cpuBefore = cpuOf({ pid, postgresPid })
const began = performance.now()
await Promise.all(
  Array.from({ length: callers }, async () => {
    while (begun < leads && performance.now() - began < seconds * 1_000) {
      begun += 1
      const body = leadBody(first + begun)
      const asked = performance.now()
      const code = await ask(body)
      times.push(performance.now() - asked)
      codes[code] = (codes[code] ?? 0) + 1
    }
  }),
)
const tookMs = performance.now() - began
const cpu = cpuOf({ pid, postgresPid })
times.sort((a, b) => a - b)
const perOne = (/** @type {'node' | 'postgres'} */ whose) => (cpu[whose] - cpuBefore[whose]) / times.length
console.log(
  JSON.stringify({
    codes,
    answered: times.length,
    perSecond: (times.length / tookMs) * 1_000,
    nodeMs: perOne('node'),
    postgresMs: perOne('postgres'),
    medianMs: times[Math.floor(times.length / 2)],
    slowMs: times[Math.floor(times.length * 0.99)],
  }),
)
agent.destroy()
