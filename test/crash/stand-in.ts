/**
 * The stand-in for Vitec as a process of its own, which survives the crashes of the product. It takes its time before
 * and after it keeps a lead, so that a crash can come at any moment, and at times it is not in the mood.
 *
 * `GET /memory.json` tells what it keeps, and the most requests that it had at the same time.
 * Prints its address when it listens. Arguments: a number that seeds what it does at random.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { SandboxInboxEntry, SandboxStore } from '@/lib/vitec/sandbox/sandbox-store'
import { seededRandom } from '@/test/run/random.mjs'
import { sandboxListener } from '@/test/support/vitec/sandbox-listener'

/** In ms: before a lead is kept, which its caller's end does not stop, and between keeping it and answering. */
const longestPause = 120
const chanceOfRefusal = 0.05

const random = seededRandom(Number(process.argv[2] ?? 1))
const inbox: SandboxInboxEntry[] = []
let open = 0
let mostAtOnce = 0

const store: SandboxStore = {
  add: async (entry) => {
    await delay(random.below(longestPause))
    inbox.push(entry)
    await delay(random.below(longestPause))
  },
  list: async () => inbox,
  receivedBy: async (customerId) => inbox.filter((entry) => entry.customerId === customerId),
}
const takeLead = sandboxListener(store)

const server = createServer((request, response) => {
  if (request.url === '/memory.json') {
    const leads = inbox.map(({ id, personLead }) => ({ id, lastName: personLead.lastName }))
    return response.end(JSON.stringify({ leads, mostAtOnce }))
  }
  open += 1
  // Later, when those that have been given up by now are seen to be closed.
  setImmediate(() => {
    mostAtOnce = Math.max(mostAtOnce, open)
  })
  response.once('close', () => {
    open -= 1
  })
  if (random.chance(chanceOfRefusal)) return response.writeHead(503, { 'Retry-After': '1' }).end()
  return takeLead(request, response)
})
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.address() as AddressInfo
  console.log(`http://127.0.0.1:${port}`)
})
process.once('disconnect', () => process.exit())
