import type { IncomingHttpHeaders } from 'node:http'
import { buildConnector, Client } from 'undici'
import type { Lease } from '@/lib/deliveries/lease'
import { type Account, basicAuthorization } from './credentials/credential-forms'
import { withoutCredentials } from './credentials/without-credentials'
import type { KnownAddresses } from './known-addresses'

/** One call to make. `account` is whose it is made with; `timeoutMs` covers everything from DNS to the last byte. */
export type HttpCall = {
  method: 'GET' | 'POST'
  url: string
  account: Account
  body: string | null
  timeoutMs: number
  /** Of the answer's body; the rest is not read. */
  maxBytes: number
  /** Asked for when there is a connection, right before the request is written: where it is over, nothing is. */
  lease?: Lease
  addresses: KnownAddresses
}

/**
 * A status line and its headers came back. The account that was sent is taken out of everything in it, because an error
 * page may show the request. `end` says how the body ended: whole, by its length or its last chunk; where the connection
 * was closed, whole or not; cut by us; or by a fault (its code).
 */
export type Answer = {
  kind: 'answer'
  status: number
  contentType: string
  retryAfter: string | null
  location: string | null
  body: string
  end: 'complete' | 'closed' | 'too_large' | { fault: string }
}

/**
 * No status line came back. As long as `connected` is false, not one byte of the request has left us.
 * `code` is Node's or undici's error code, `TIMEOUT` when the whole call's time was up, or `LEASE` when its lease was over.
 */
export type Fault = { kind: 'fault'; connected: boolean; secure: boolean; code: string }

/** Makes a call. Whatever happens on the way is a result: it does not throw. */
export type Exchange = (call: HttpCall) => Promise<Answer | Fault>

/**
 * Makes one HTTP call over a connection of its own. Whatever happens on the way is a result: it does not throw.
 *
 * No keep-alive: on a reused connection that the server has just closed, the request fails with a reset
 * after it was written, and a lead that never left would be shown as a doubt. Redirects are not followed
 * and bodies not decompressed: undici's `request` does neither unless told to.
 */
export async function exchange(call: HttpCall): Promise<Answer | Fault> {
  const url = new URL(call.url)
  const clean = withoutCredentials(call.account)
  const connection = openConnection(url, call)
  const limit = timeLimit(call.timeoutMs)
  try {
    const { statusCode, headers, body } = await connection.client.request({
      method: call.method,
      path: url.pathname + url.search,
      headers: requestHeaders(call),
      body: call.body,
      signal: limit.signal,
      reset: true,
    })
    const header = (name: string) => {
      const value = [headers[name]].flat()[0]
      return value === undefined ? null : clean(Buffer.from(value, 'latin1')).toString('latin1')
    }
    return {
      kind: 'answer',
      status: statusCode,
      contentType: header('content-type') ?? '',
      retryAfter: header('retry-after'),
      location: header('location'),
      ...(await readBody(body, call.maxBytes, clean, showsItsEnd(headers) ? 'complete' : 'closed')),
    }
  } catch (error) {
    const { connected } = connection
    return { kind: 'fault', connected, secure: url.protocol === 'https:', code: faultCode(error) }
  } finally {
    limit.clear()
    // Not awaited: the outcome is known, and a connection that is still being made may take its time to go.
    connection.client.destroy(ended).catch(() => {})
  }
}

/** Made once: undici makes one for each connection that is given none, and its trace costs more than the rest of the end. */
const ended = new Error('The call has ended')

/**
 * Half the total, so that what is left is enough for an answer; a server that takes 10 s to accept is down.
 * Well below the total also because undici's timer may be a second late, and the total does not stop it.
 */
function connectTimeoutMs(totalMs: number): number {
  return Math.min(10_000, Math.ceil(totalMs / 2))
}

/**
 * undici's connector answers when the connection is made, on https after the handshake, and undici then writes the
 * request before it returns from that callback: between the lease's last word and the write nothing is waited for.
 */
function openConnection(url: URL, { timeoutMs, lease, addresses }: HttpCall) {
  const connect = buildConnector({ timeout: connectTimeoutMs(timeoutMs), lookup: addresses.lookup })
  const client = new Client(url.origin, {
    // Two timers inside the total one, both 5 minutes by default: the total is ours alone to decide.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) =>
      connect(options, (...result) => {
        const [error, socket] = result
        if (socket && lease && !lease.holds()) {
          socket.destroy()
          callback(Object.assign(new Error('The lease is over'), { code: 'LEASE' }), null)
          return
        }
        connection.connected = error === null
        callback(...result)
      }),
  })
  const connection = { client, connected: false }
  return connection
}

function requestHeaders(call: HttpCall): Record<string, string> {
  return {
    authorization: basicAuthorization(call.account),
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'lead-api',
    ...(call.body !== null && { 'content-type': 'application/json; charset=utf-8' }),
  }
}

/** Without a length and without chunks, a body ends where the connection does, and one that was cut does too. */
function showsItsEnd(headers: IncomingHttpHeaders): boolean {
  const coding = headers['transfer-encoding']
  return coding === undefined
    ? headers['content-length'] !== undefined
    : /\bchunked\s*$/i.test(String(coding))
}

/** So many bytes more are read than are kept, so that no half of a password stands where the answer is cut. */
const margin = 4096

async function readBody(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  clean: (bytes: Uint8Array) => Buffer,
  wellEnded: Answer['end'],
): Promise<Pick<Answer, 'body' | 'end'>> {
  const chunks: Buffer[] = []
  let size = 0
  let end = wellEnded
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBytes + margin) break
    }
    if (size > maxBytes) end = 'too_large'
  } catch (error) {
    end = { fault: faultCode(error) }
  }
  const read = clean(Buffer.concat(chunks).subarray(0, maxBytes + margin))
  const text = new TextDecoder().decode(read.subarray(0, maxBytes))
  // PostgreSQL cannot store NUL.
  return { body: text.replaceAll('\0', '\uFFFD'), end }
}

function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/**
 * Aborts after so many ms, but not before what has arrived by then is read: a process that stood still finds its time over
 * and the answer waiting, and timers have their turn before sockets. `clear` when it is not needed any more.
 */
function timeLimit(ms: number): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort(new DOMException('The time is over', 'TimeoutError'))
  // An immediate runs after the sockets have been read; the second, after what was read has been taken in.
  const timer = setTimeout(() => setImmediate(() => setImmediate(abort)), ms)
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}
