import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** Of a hundred calls so many are answered with a failure, and so many are cut off after they were taken in. */
const faults = { refused: 5, cutOff: 5 }
/** In ms: what was told to a process that was killed is told again after its lease, and what failed after some seconds. */
const tellingLimit = 60_000

/**
 * Starts a receiver of webhooks that outlives the product, and fails now and then; has it told of all leads.
 * @param {string} address of the product
 * @param {import('../run/random.mjs').Random} random
 */
export async function startWebhookReceiver(address, random) {
  /** @type {Map<string, { id: string, state: string, at: string }>} by the event's id, in the order of arrival */
  const taken = new Map()
  let calls = 0
  const server = createServer(async (request, response) => {
    calls += 1
    let body = ''
    for await (const chunk of request) body += chunk
    const fate = random.below(100)
    if (fate < faults.refused) return response.writeHead(500).end()
    const { timestamp, data } = JSON.parse(body)
    const id = String(request.headers['webhook-id'])
    if (data.id && !taken.has(id)) taken.set(id, { id: data.id, state: data.state, at: timestamp })
    if (fate < faults.refused + faults.cutOff) return request.destroy()
    response.writeHead(204).end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('the receiver has no port')
  const url = `http://127.0.0.1:${place.port}/`
  const headers = { 'Content-Type': 'application/json' }
  const set = await fetch(`${address}/api/webhook`, { method: 'PUT', headers, body: JSON.stringify({ url }) })
  if (!set.ok) throw new Error(`The webhook was not set: ${await set.text()}`)

  const statesOf = (/** @type {string} */ leadId) =>
    [...taken.values()].flatMap(({ id, state }) => (id === leadId ? [state] : []))
  const untold = (/** @type {import('../support/product-records.mjs').LoggedLead[]} */ logged) =>
    logged.filter(({ id, status }) => status !== 'pending' && statesOf(id).at(-1) !== status)

  return {
    /**
     * What was told of leads that are settled, once it has had the time that it takes. An answer that comes late may settle a
     * doubt meanwhile: the log is read each time.
     * @param {() => Promise<import('../support/product-records.mjs').LoggedLead[]>} readLogged
     * @returns {Promise<import('./verdict.mjs').Finding[]>}
     */
    async findings(readLogged) {
      const deadline = Date.now() + tellingLimit
      let missing = untold(await readLogged())
      while (missing.length > 0 && Date.now() < deadline) {
        await delay(500)
        missing = untold(await readLogged())
      }
      for (const { id, status } of missing)
        console.log('  was not told:', id, status, statesOf(id).join(', '))
      /** @type {Map<string, string>} */
      const last = new Map()
      let outOfOrder = 0
      for (const { id, at } of taken.values()) {
        if ((last.get(id) ?? '') > at) outOfOrder += 1
        last.set(id, at)
      }
      return [
        { what: 'calls to the webhook', count: calls },
        { what: '  of them of an event for the first time', count: taken.size },
        {
          what: 'settled leads whose sender was not told, or not last of what they are',
          count: missing.length,
          mustBeZero: true,
        },
        { what: 'events told out of order of their lead', count: outOfOrder, mustBeZero: true },
      ]
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
