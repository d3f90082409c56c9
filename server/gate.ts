import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { frontHeaders } from '@/lib/front-headers'
import { requestNotes } from '@/lib/request-notes'
import { admissible } from './admissible'
import { watchConnections } from './connections'
import { followRequest, noteEarly } from './follow-request'
import { tooLong } from './length-gate'
import { answerLive } from './live'
import { nameClients } from './proxy-trust'
import { type DoorRefusal, refuse, refuseUnreadable } from './refusal'
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

const starting: DoorRefusal = {
  code: 'unavailable',
  message: 'The service is starting: try again in a moment',
}
const unexpected: DoorRefusal = {
  code: 'wrong_expectation',
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
  /** Goes on, and tells with each answer that its connection ends: the next request is to go elsewhere. */
  leave: () => void
  /** Takes no new connections, and waits for what is under way; idle ones are ended after so many ms. */
  close: (graceMs?: number) => Promise<void>
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
  let handle: RequestListener = (request, response) => {
    if (answerLive(request, response)) return
    noteEarly(response)
    response.setHeader('Retry-After', '1')
    refuse(response, starting)
  }
  const server = createServer(limits, (request, response) => {
    const notes = followRequest(request, response, routeOf)
    connections.asked(response)
    protect(request, response)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    for (const name of unusedHeaders) delete request.headers[name]
    nameClient(request)
    request.headers[frontHeaders.asked] = request.url
    requestNotes.run(notes, handle, request, response)
  })
  const connections = watchConnections(server)
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
    leave: connections.leave,
    close: async (graceMs = 0) => {
      for (const socket of upgraded) socket.destroy()
      await connections.close(graceMs)
    },
  }
}
