import { createServer } from 'node:http'
import { admissible } from './admissible.mjs'
import { nameClients } from './client-address.mjs'
import { tooLong } from './length-gate.mjs'
import { refusal } from './refusal.mjs'
import { safeHeaders } from './safe-headers.mjs'
import { refuseUnreadable } from './unreadable.mjs'

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
  // Node refuses it without a word; here it is refused as any other wrong one.
  requireHostHeader: false,
}

/** The header in which a page finds its own address; see lib/api/require-page.ts. */
const askedHeader = 'x-lead-api-asked'

const plain = { isHttps: false, isDev: false }

/**
 * What no client of ours needs. Of the protocols between a page and Next, our pages have no use for server actions. A part
 * of a file that there is not, or a file that is not as it was, Next answers with a 500; our files are small, so everybody
 * gets them whole.
 */
const unusedHeaders = [
  ...['next-action', 'x-middleware-subrequest'],
  ...['range', 'if-range', 'if-match', 'if-unmodified-since'],
]

/**
 * The HTTP server before Next: refuses what does not name this machine, or asks for what there is not, and says 503
 * until it is opened.
 *
 * A page of somebody else can have its own host name resolve to 127.0.0.1 and then call us from a browser
 * here (DNS rebinding); its requests still carry its name.
 * @param {(host: string) => boolean} accepts whether a host name may be ours
 * @param {object} [options]
 * @param {(request: import('node:http').IncomingMessage) => void} [options.nameClient] tells a request where it comes from
 * @param {ReturnType<typeof safeHeaders>} [options.protect] says what a browser may do with an answer
 * @param {boolean} [options.isOpen] nobody has to say who they are
 * @param {boolean} [options.isDev]
 */
export function createGate(
  accepts,
  { nameClient = nameClients([]), protect = safeHeaders(plain), isOpen = false, isDev = false } = {},
) {
  const refusalOf = admissible({ accepts, isOpen, isDev })
  /** @type {import('node:http').RequestListener} */
  let handle = (_, response) => {
    response.setHeader('Retry-After', '1')
    refuse(response, 503, 'The service is starting: try again in a moment')
  }
  const server = createServer(limits, (request, response) => {
    protect(request, response)
    const refusal = tooLong(request) ?? refusalOf(request)
    if (refusal) {
      if (refusal.allow) response.setHeader('Allow', refusal.allow)
      return refuse(response, refusal.code, refusal.message, refusal.word)
    }
    for (const name of unusedHeaders) delete request.headers[name]
    nameClient(request)
    request.headers[askedHeader] = request.url
    handle(request, response)
  })
  server.on('clientError', refuseUnreadable)
  server.on('checkExpectation', (request, response) => {
    protect(request, response)
    refuse(response, 417, 'The header expect asks for what is not done here; 100-continue is.')
  })
  /** @type {Set<import('node:stream').Duplex>} */
  const upgraded = new Set()
  return {
    server,
    /** For hot reloading. Without it, a request that offers another protocol is answered as any other. */
    acceptUpgrades: () => {
      server.on('upgrade', (request, socket) => {
        if (tooLong(request) ?? refusalOf(request)) return socket.destroy()
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

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} code
 * @param {string} message
 * @param {string} [word]
 */
function refuse(response, code, message, word) {
  const { headers, body } = refusal({ word, message })
  response.writeHead(code, headers)
  response.end(body)
}
