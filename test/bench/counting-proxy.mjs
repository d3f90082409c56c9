import { once } from 'node:events'
import { connect, createServer } from 'node:net'

const readyForQuery = 'Z'.charCodeAt(0)

/**
 * A way to PostgreSQL that counts round trips: each ends with ReadyForQuery
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 * @returns {Promise<{ url: string, roundTrips: () => number, stop: () => void }>}
 */
export async function startCountingProxy(/** @type {string} */ url) {
  const { hostname, port: ownPort } = new URL(url)
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  let roundTrips = 0
  const server = createServer((product) => {
    const postgres = connect(Number(ownPort), hostname)
    const read = messages((type) => {
      if (type === readyForQuery) roundTrips += 1
    })
    postgres.on('data', read)
    for (const socket of [product.pipe(postgres), postgres.pipe(product)]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: Object.assign(new URL(url), { port: `${port}` }).href,
    roundTrips: () => roundTrips,
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Tells the type of each message of a stream: a letter, its length with itself, and the rest. */
function messages(/** @type {(type: number) => void} */ onMessage) {
  /** @type {Buffer} */
  let kept = Buffer.alloc(0)
  return (/** @type {Buffer} */ bytes) => {
    kept = kept.length > 0 ? Buffer.concat([kept, bytes]) : bytes
    while (kept.length >= 5) {
      const length = 1 + kept.readInt32BE(1)
      if (kept.length < length) return
      onMessage(kept[0] ?? 0)
      kept = kept.subarray(length)
    }
  }
}
