import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** The name of the product's prepared statement, which stands in every message that runs it. */
const claim = 'claim-lead'

/**
 * A way to PostgreSQL that knows when an answer to a claim passes: the moment from which a lead is taken, and not yet sent.
 * @param {string} url
 * @param {(handOn: () => void) => void} onClaim has the answer handed on, now or later
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startClaimProxy(url, onClaim) {
  const { hostname, port: ownPort } = new URL(url)
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const server = createServer((product) => {
    const postgres = connect(Number(ownPort), hostname)
    let isClaiming = false
    product.on('data', (bytes) => {
      isClaiming ||= bytes.includes(claim)
      postgres.write(bytes)
    })
    postgres.on('data', (bytes) => {
      if (!(isClaiming && endsAnAnswer(bytes))) return product.write(bytes)
      isClaiming = false
      return onClaim(() => product.write(bytes))
    })
    for (const [one, other] of [
      [product, postgres],
      [postgres, product],
    ]) {
      sockets.add(one)
      one.once('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.on('error', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: Object.assign(new URL(url), { port: `${port}` }).href,
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** The last message of every answer is ReadyForQuery: its letter, its length, which is 5, and one byte. */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5])

function endsAnAnswer(/** @type {Buffer} */ bytes) {
  return bytes.subarray(-6, -1).equals(readyForQuery)
}
