import { randomUUID } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ErrorCode, httpStatus } from '@/lib/errors'
import { noteAnswer, tellUnreadable } from './follow-request'

/** Why a request is refused before the application sees it. */
export interface DoorRefusal {
  code: ErrorCode
  message: string
  allow?: string
}

export function refuse(response: ServerResponse, refusal: DoorRefusal): void {
  const { status, headers, body } = answerOf(refusal, idOf(response))
  response.writeHead(status, headers)
  response.end(body)
}

/**
 * Answers what cannot be read as a request in the shape that every answer has: Node's own answer has no body, and a client
 * that reads one would fail on that.
 * @param socket with `_httpMessage`, Node's own and in its documentation: the answer that is being written, if there is one
 */
export function refuseUnreadable(
  error: Error & { code?: string },
  socket: Duplex & { _httpMessage?: ServerResponse | null },
): void {
  const response = socket._httpMessage
  if (error.code === 'ECONNRESET' || !socket.writable || response?.headersSent)
    return void socket.destroy(error)
  const refusal = unreadable[error.code ?? ''] ?? notHttp
  const requestId = idOf(response)
  const { status, headers, body } = answerOf(refusal, requestId)
  if (response) noteAnswer(response, status)
  else tellUnreadable(status, requestId)
  const lines = Object.entries({ ...headers, 'X-Content-Type-Options': 'nosniff' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}

/**
 * What Node refuses before there is a request, by the code of its error; each other fault is a 400.
 * https://nodejs.org/docs/latest-v20.x/api/http.html#event-clienterror
 */
const unreadable: Record<string, DoorRefusal> = {
  HPE_HEADER_OVERFLOW: {
    code: 'header_too_long',
    message: 'The address and the headers together are longer than 16 KiB.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    code: 'body_too_large',
    message: 'The extensions of a chunk are longer than 16 KiB.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'too_slow', message: 'The request did not come to its end in time.' },
}
const notHttp: DoorRefusal = { code: 'not_http', message: 'This is not HTTP/1.1.' }

/**
 * A refusal in the shape that every answer has. What else was sent is not read, so the connection cannot be used again.
 */
function answerOf({ code, message, allow }: DoorRefusal, requestId: string) {
  const body = JSON.stringify({ status: 'ERROR', code, message, request_id: requestId })
  const headers = {
    ...(allow && { Allow: allow }),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    Connection: 'close',
  }
  return { status: httpStatus[code], headers, body }
}

function idOf(response?: ServerResponse | null): string {
  return String(response?.getHeader('X-Request-Id') ?? randomUUID())
}
