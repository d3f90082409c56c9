import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import { observeRequest } from '@/lib/metrics/process-metrics'
import type { RequestNotes } from '@/lib/request-notes'
import type { Route, RouteOf } from './route-patterns'

/** nginx's number for a caller who has gone before there was an answer; it is sent to nobody. */
const callerGone = 499

/** What was answered in another way than by the response, which then has never begun. */
const answeredAs = new WeakMap<ServerResponse, number>()

/** Says that a request was answered with a status by writing to its socket. */
export function noteAnswer(response: ServerResponse, status: number): void {
  answeredAs.set(response, status)
}

/** Requests that came too early: each start has some, and nobody has to see to them. */
const early = new WeakSet<ServerResponse>()

export function noteEarly(response: ServerResponse): void {
  early.add(response)
}

/**
 * Gives a request its id, which the answer carries, and tells the log and the metrics once it has ended: also of one that was
 * refused before the application saw it, and of an answer that its caller did not wait for.
 */
export function followRequest(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: RouteOf,
): RequestNotes {
  const began = performance.now()
  const notes: RequestNotes = { id: randomUUID() }
  const { method = '', url = '' } = request
  response.setHeader('X-Request-Id', notes.id)
  response.once('close', () => {
    const status = response.headersSent ? response.statusCode : (answeredAs.get(response) ?? callerGone)
    const ms = performance.now() - began
    const [path = ''] = url.split('?', 1)
    const route = routeOf(path)
    const isCutOff = !response.writableFinished && !answeredAs.has(response)
    observeRequest({ method, route: route.pattern, status, ms })
    tellRequest({ method, route, status, ms, notes, isCutOff, isEarly: early.has(response) })
  })
  return notes
}

/** Tells of what was refused because it cannot be read as a request: nothing of it is known. */
export function tellUnreadable(status: number, requestId: string): void {
  observeRequest({ method: '', route: 'unreadable', status, ms: 0 })
  log.info({ route: 'unreadable', status, request_id: requestId }, 'what is no request')
}

type Ended = {
  method: string
  route: Route
  status: number
  ms: number
  notes: RequestNotes
  isCutOff: boolean
  isEarly: boolean
}

/**
 * A line for every request: ids and the pattern of its address. What was not done for now (502, 503) is a warning, and its
 * cause has a line of its own; what failed is an error. Chunks and pictures are told for who looks into them.
 */
function tellRequest({ method, route, status, ms, notes, isCutOff, isEarly }: Ended): void {
  const line = {
    ...{ method, route: route.pattern, status, ms: Math.round(ms), request_id: notes.id },
    ...(notes.by !== undefined && { by: notes.by }),
    ...(isCutOff && { cut_off: true }),
  }
  if (status >= 500 && status !== 502 && status !== 503) log.error(line, 'a request failed')
  else if (isEarly) log.info(line, 'a request before the service has started')
  else if (status >= 500) log.warn(line, 'a request was not done')
  else if (route.kind === 'file') log.debug(line, 'a file')
  else log.info(line, 'a request')
}
