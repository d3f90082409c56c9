import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { frontHeaders } from '@/lib/front-headers'
import { requestNotes } from '@/lib/request-notes'
import { admissible } from './admissible'
import { followRequest, noteEarly } from './follow-request'
import { tooLong } from './length-gate'
import { nameClients } from './proxy-trust'
import { refuse, refuseUnreadable } from './refusal'
import type { RouteOf } from './route-patterns'
import { type Protect, securityHeaders } from './security-headers'

/**
 * Time limits against callers that hold a connection by sending slowly, in milliseconds. An idle connection is
 * kept longer than most clients keep theirs: if we closed first, a request that is just being sent would be lost.
 */
const limits = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  // Node refuses it without a word; here it is refused as any other wrong one.
  requireHostHeader: false,
}

/**
 * What no client of ours needs. Of the protocols between a page and Next, our pages have no use for server actions. A part
 * of a file that there is not, or a file that is not as it was, Next answers with a 500; our files are small, so everybody
 * gets them whole.
 */
const unusedHeaders = [
  ...['next-action', 'x-middleware-subrequest'],
  ...['range', 'if-range', 'if-match', 'if-unmodified-since'],
]

/** Asked by what would restart a process that does not answer: one that is starting does. */
const liveProbe = '/api/health/live'

function tellAlive(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify({ status: 'OK', message: 'The process answers.' }))
}

const starting = { status: 503, message: 'The service is starting: try again in a moment' }
const unexpected = {
  status: 417,
  message: 'The header expect asks for what is not done here; 100-continue is.',
}

interface GateOptions {
  /** Tells a request where it comes from. */
  nameClient?: (request: IncomingMessage) => void
  /** Says what a browser may do with an answer. */
  protect?: Protect
  /** Which of our addresses a path is, for the log. */
  routeOf?: RouteOf
  /** Callers need not say who they are. */
  isOpen?: boolean
  isDev?: boolean
}

/** The HTTP server before Next. */
export interface Gate {
  server: Server
  /** For hot reloading. Without it, a request that offers another protocol is answered as any other. */
  acceptUpgrades: () => void
  /** From now on what may pass is answered by this. */
  open: (handler: RequestListener) => void
  /** Takes no new requests, and waits for those under way; their connections are closed as they end. */
  close: () => Promise<void>
}

/**
 * The HTTP server before Next: refuses what does not name this machine, or asks for what there is not, and says 503
 * until it is opened, but that the process answers.
 *
 * A page of another site can have its own host name resolve to 127.0.0.1 and then call us from a browser
 * here (DNS rebinding); its requests still carry its name.
 * @param accepts whether a host name may be ours
 */
export function createGate(
  accepts: (host: string) => boolean,
  {
    isOpen = false,
    isDev = false,
    nameClient = nameClients([]),
    protect = securityHeaders({ isHttps: false, isDev }),
    routeOf = () => ({ pattern: 'other', kind: 'app' }),
  }: GateOptions = {},
): Gate {
  const notAdmitted = admissible({ accepts, isOpen, isDev })
  const refusalOf = (request: IncomingMessage) => tooLong(request) ?? notAdmitted(request)
  let handle: RequestListener = ({ url }, response) => {
    if (url === liveProbe) return tellAlive(response)
    noteEarly(response)
    response.setHeader('Retry-After', '1')
    refuse(response, starting)
  }
  const server = createServer(limits, (request, response) => {
    const notes = followRequest(request, response, routeOf)
    protect(request, response)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    for (const name of unusedHeaders) delete request.headers[name]
    nameClient(request)
    request.headers[frontHeaders.asked] = request.url
    requestNotes.run(notes, handle, request, response)
  })
  server.on('clientError', refuseUnreadable)
  server.on('checkExpectation', (request, response) => {
    followRequest(request, response, routeOf)
    protect(request, response)
    refuse(response, unexpected)
  })
  const upgraded = new Set<Duplex>()
  return {
    server,
    acceptUpgrades: () => {
      server.on('upgrade', (request, socket) => {
        if (refusalOf(request)) return socket.destroy()
        upgraded.add(socket)
        socket.once('close', () => upgraded.delete(socket))
      })
    },
    open: (handler) => {
      handle = handler
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of upgraded) socket.destroy()
      const idle = setInterval(() => server.closeIdleConnections(), 100)
      await closed
      clearInterval(idle)
    },
  }
}
