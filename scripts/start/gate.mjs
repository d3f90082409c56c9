import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { nameClients } from './client-address.mjs'
import { hostName } from './host-name.mjs'
import { safeHeaders } from './safe-headers.mjs'

/**
 * Time limits against callers that hold a connection by sending slowly, in milliseconds. An idle connection is
 * kept longer than most clients keep theirs: whoever closes first must be the one who knows, or a request that
 * is just being sent is lost.
 */
const limits = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}

/** The header in which a page finds its own address; see lib/http/asked-address.ts. */
const askedHeader = 'x-lead-api-asked'

const plain = { isHttps: false, isDev: false }

/**
 * The HTTP server before Next: refuses what does not name this machine, and says 503 until it is opened.
 *
 * A page of somebody else can have its own host name resolve to 127.0.0.1 and then call us from a browser
 * here (DNS rebinding); its requests still carry its name.
 * @param {(host: string) => boolean} accepts whether a host name may be ours
 * @param {(request: import('node:http').IncomingMessage) => void} [nameClient] tells a request where it comes from
 * @param {ReturnType<typeof safeHeaders>} [protect] says what a browser may do with an answer
 */
export function createGate(accepts, nameClient = nameClients([]), protect = safeHeaders(plain)) {
  /** @type {import('node:http').RequestListener} */
  let handle = (_, response) => {
    response.setHeader('Retry-After', '1')
    refuse(response, 503, 'The service is starting: try again in a moment')
  }
  const named = (/** @type {import('node:http').IncomingMessage} */ request) =>
    accepts(hostName(request.headers.host ?? '')) && request.url?.startsWith('/')

  const server = createServer(limits, (request, response) => {
    protect(request, response)
    if (!named(request))
      return refuse(response, 421, 'The Host header must name this machine, like localhost')
    if (!isReadable(request.url ?? ''))
      return refuse(response, 400, 'The address is not UTF-8, percent-encoded')
    nameClient(request)
    request.headers[askedHeader] = request.url
    handle(request, response)
  })
  /** @type {Set<import('node:stream').Duplex>} */
  const upgraded = new Set()
  return {
    server,
    /** For hot reloading. Without it, a request that offers another protocol is answered as any other. */
    acceptUpgrades: () => {
      server.on('upgrade', (request, socket) => {
        if (!named(request)) return socket.destroy()
        upgraded.add(socket)
        socket.once('close', () => upgraded.delete(socket))
      })
    },
    /** @param {import('node:http').RequestListener} handler */
    open: (handler) => {
      handle = handler
    },
    /** Takes no new requests, and waits for those under way; their connections are closed as they end. */
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of upgraded) socket.destroy()
      const idle = setInterval(() => server.closeIdleConnections(), 100)
      await closed
      clearInterval(idle)
    },
  }
}

/** Next answers an address that it cannot decode with a 500 of its own. */
function isReadable(/** @type {string} */ url) {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} code
 * @param {string} message
 */
function refuse(response, code, message) {
  const requestId = randomUUID()
  // The body is not read, so the connection cannot be used again.
  response.writeHead(code, {
    'Content-Type': 'application/json',
    'X-Request-Id': requestId,
    Connection: 'close',
  })
  response.end(JSON.stringify({ status: 'ERROR', message, request_id: requestId }))
}
