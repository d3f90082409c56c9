import { randomUUID } from 'node:crypto'

/**
 * What is refused before the application sees it, in the shape that every answer has. What else was sent is not read, so the
 * connection cannot be used again.
 * @param {{ word?: string | undefined, message: string }} reason word: the `code` of the answer, where there is one
 */
export function refusal({ word, message }) {
  const requestId = randomUUID()
  const body = JSON.stringify({ status: 'ERROR', code: word, message, request_id: requestId })
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    Connection: 'close',
  }
  return { headers, body }
}
