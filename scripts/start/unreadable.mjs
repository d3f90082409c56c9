import { STATUS_CODES } from 'node:http'
import { refusal } from './refusal.mjs'

/**
 * What Node refuses before there is a request, by the code of its error; each other fault is a 400.
 * https://nodejs.org/docs/latest-v20.x/api/http.html#event-clienterror
 * @type {Record<string, { code: number, word?: string, message: string }>}
 */
const refusals = {
  HPE_HEADER_OVERFLOW: {
    code: 431,
    word: 'header_too_long',
    message: 'The address and the headers together are longer than 16 KiB.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 413, message: 'The extensions of a chunk are longer than 16 KiB.' },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 408, message: 'The request did not come to its end in time.' },
}
const notHttp = { code: 400, message: 'This is not HTTP/1.1.' }

/**
 * Answers what cannot be read as a request in the shape that every answer has: Node's own answer has no body, and a client
 * that reads one would fail on that.
 * @param {Error & { code?: string }} error
 * @param {import('node:stream').Duplex & { _httpMessage?: import('node:http').ServerResponse | null }} socket
 *   `_httpMessage`: Node's own, and in its documentation; the answer that is being written, if there is one
 */
export function refuseUnreadable(error, socket) {
  const isAnswering = socket._httpMessage?.headersSent
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy(error)
  const { code, word, message } = refusals[error.code ?? ''] ?? notHttp
  const { headers, body } = refusal({ word, message })
  const lines = Object.entries({ ...headers, 'X-Content-Type-Options': 'nosniff' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end([`HTTP/1.1 ${code} ${STATUS_CODES[code]}`, ...lines, '', body].join('\r\n'))
}
