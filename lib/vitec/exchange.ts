import { buildConnector, Client } from 'undici'

/** One call to make. `authorization` is the header's value; `timeoutMs` covers everything from DNS to the last byte. */
export type HttpCall = {
  method: 'GET' | 'POST'
  url: string
  authorization: string
  body: string | null
  timeoutMs: number
  /** Of the answer's body; the rest is not read. */
  maxBytes: number
}

/** A status line and its headers came back. `end` says how the body ended: whole, cut by us, or by a fault (its code). */
export type Answer = {
  kind: 'answer'
  status: number
  contentType: string
  retryAfter: string | null
  location: string | null
  body: string
  end: 'complete' | 'too_large' | { fault: string }
}

/**
 * No status line came back. As long as `connected` is false, not one byte of the request has left us.
 * `code` is Node's or undici's error code, or `TIMEOUT` when the whole call's time was up.
 */
export type Fault = { kind: 'fault'; connected: boolean; secure: boolean; code: string }

/**
 * Makes one HTTP call over a connection of its own. Whatever happens on the way is a result: it does not throw.
 *
 * No keep-alive: on a reused connection that the server has just closed, the request fails with a reset
 * after it was written, and a lead that never left would be shown as a doubt. Redirects are not followed
 * and bodies not decompressed: undici's `request` does neither unless told to.
 */
export async function exchange(call: HttpCall): Promise<Answer | Fault> {
  const url = new URL(call.url)
  const connection = openConnection(url, connectTimeoutMs(call.timeoutMs))
  try {
    const { statusCode, headers, body } = await connection.client.request({
      method: call.method,
      path: url.pathname + url.search,
      headers: requestHeaders(call),
      body: call.body,
      signal: AbortSignal.timeout(call.timeoutMs),
      reset: true,
    })
    const header = (name: string) => [headers[name]].flat()[0] ?? null
    return {
      kind: 'answer',
      status: statusCode,
      contentType: header('content-type') ?? '',
      retryAfter: header('retry-after'),
      location: header('location'),
      ...(await readBody(body, call)),
    }
  } catch (error) {
    const { connected } = connection
    return { kind: 'fault', connected, secure: url.protocol === 'https:', code: faultCode(error) }
  } finally {
    // Not awaited: the outcome is known, and a connection that is still being made may take its time to go.
    connection.client.destroy().catch(() => {})
  }
}

/**
 * Half the total, so that what is left is enough for an answer; a server that takes 10 s to accept is down.
 * Well below the total also because undici's timer may be a second late, and the total does not stop it.
 */
function connectTimeoutMs(totalMs: number): number {
  return Math.min(10_000, Math.ceil(totalMs / 2))
}

function openConnection(url: URL, timeout: number) {
  const connect = buildConnector({ timeout })
  const client = new Client(url.origin, {
    // Two timers inside the total one, both 5 minutes by default: the total is ours alone to decide.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) =>
      connect(options, (...result) => {
        connection.connected = result[0] === null
        callback(...result)
      }),
  })
  const connection = { client, connected: false }
  return connection
}

function requestHeaders(call: HttpCall): Record<string, string> {
  return {
    authorization: call.authorization,
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'lead-api',
    ...(call.body !== null && { 'content-type': 'application/json; charset=utf-8' }),
  }
}

async function readBody(
  body: AsyncIterable<Buffer>,
  { maxBytes, authorization }: HttpCall,
): Promise<Pick<Answer, 'body' | 'end'>> {
  const chunks: Buffer[] = []
  let size = 0
  let end: Answer['end'] = 'complete'
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size <= maxBytes) continue
      end = 'too_large'
      break
    }
  } catch (error) {
    end = { fault: faultCode(error) }
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes))
  // An error page may show the request's headers, and PostgreSQL cannot store NUL.
  return { body: text.replaceAll(authorization, 'Basic ***').replaceAll('\0', '\uFFFD'), end }
}

function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
