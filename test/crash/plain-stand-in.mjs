/**
 * A stand-in for Vitec, as a process of its own, that does so little that what it sees is the product's doing: it notes when
 * each request arrives, and answers it a tenth of a second later. A customer whose id begins with FAILS is answered with 500,
 * one whose id begins with HANGS never.
 *
 * `GET /memory.json` tells what it has seen and kept. Prints its address when it listens.
 */
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { monotonicMs } from './monotonic.mjs'

const answerTime = 100

/** @type {import('./stage.mjs').Arrival[]} */
const arrivals = []
/** @type {{ id: string, lastName: string }[]} */
const leads = []
let open = 0
let mostAtOnce = 0

const server = createServer(async (request, response) => {
  const at = monotonicMs()
  if (request.url === '/memory.json') {
    response.end(JSON.stringify({ arrivals, leads, mostAtOnce }))
    return
  }
  open += 1
  mostAtOnce = Math.max(mostAtOnce, open)
  response.once('close', () => {
    open -= 1
  })
  const body = await json(request).catch(() => null)
  if (body === null) return
  const { lastName } = /** @type {{ lastName: string }} */ (body)
  const customerId = request.url?.split('/')[3] ?? ''
  arrivals.push({ lastName, at })
  if (customerId.startsWith('HANGS')) return
  await delay(answerTime)
  if (customerId.startsWith('FAILS')) {
    response.writeHead(500).end()
    return
  }
  // Kept whether or not its caller is still there, as Vitec would.
  const id = `CMLEAD${100_000_000_000 + leads.length}`
  leads.push({ id, lastName })
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(id))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${port}`)
})
process.once('disconnect', () => process.exit())
