import { Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { Webhook as Signer } from 'standardwebhooks'
import { buildConnector, Client } from 'undici'
import { isAllowedAddress, type Reach } from '@/lib/webhooks/receiver-address'
import type { Call, Told } from '@/lib/webhooks/webhook-store'

/** In ms, of everything from DNS to the beginning of the answer's body; of a name server's answer; of a connection. */
const limits = { total: 15_000, name: 2_000, connection: 5_000 }
/** Of an answer so much is kept; the rest is not read. */
const keptBytes = 1_000
/** In s: a receiver may ask not to be called for an hour at most. */
const longestHold = 3_600

export type Resolve = (host: string) => Promise<string[]>

/**
 * Tells a receiver by a POST that is signed as Standard Webhooks says. Whatever happens is a result: it does not throw.
 *
 * The connection is made to an address that was looked at after its name was looked up, for this one call: a name that leads
 * elsewhere the next time leads there unlooked at by nobody. Redirects are not followed, because what is signed for one
 * receiver is not for another, and because they may lead inside.
 */
export function createCallReceiver(reach: Reach, resolve: Resolve = askNameServer, totalMs = limits.total) {
  return async ({ id, url, secrets, body }: Call, brokenOff?: AbortSignal): Promise<Told> => {
    const { origin, pathname, search } = new URL(url)
    const connect = buildConnector({
      timeout: Math.min(limits.connection, totalMs),
      lookup: lookUpAllowed(reach, resolve),
    })
    // An address in place of a name is not looked up by net.connect; the schema has refused it, another version may not have.
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) > 0 && !isAllowedAddress(host, reach)) return faulty('PRIVATE_ADDRESS')
    const client = new Client(origin, { headersTimeout: 0, bodyTimeout: 0, connect })
    const limit = AbortSignal.timeout(totalMs)
    const signal = brokenOff ? AbortSignal.any([limit, brokenOff]) : limit
    try {
      const answer = await client.request({
        method: 'POST',
        path: pathname + search,
        signal,
        reset: true,
        headers: {
          ...signedHeaders({ id, body, signers: secrets.map((secret) => new Signer(secret)) }),
          'accept-encoding': 'identity',
        },
        body,
      })
      return {
        httpStatus: answer.statusCode,
        fault: null,
        answer: await readStart(answer.body),
        holdS: holdAsked(answer.statusCode, answer.headers['retry-after']),
      }
    } catch (error) {
      return faulty(faultOf(error))
    } finally {
      client.destroy(ended).catch(() => undefined)
    }
  }
}

type Signed = { id: string; body: string; signers: Signer[] }

/** What a body of JSON goes with, now, so that its receiver can tell whose it is, as Standard Webhooks says. */
export function signedHeaders({ id, body, signers }: Signed): Record<string, string> {
  const at = new Date()
  return {
    'content-type': 'application/json',
    'user-agent': 'lead-api',
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': signers.map((signer) => signer.sign(id, at, body)).join(' '),
  }
}

const ended = new Error('The call has ended')

const faulty = (fault: string): Told => ({ httpStatus: null, fault, answer: null, holdS: null })

/** By c-ares, not by the pool of threads that files and Vitec's name share: a name server that hangs holds up nobody else. */
const askNameServer: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: limits.name, tries: 2 })
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length === 0 && four.status === 'rejected') throw four.reason
  return found
}

/** Gives the addresses of a name, if a receiver may be at every one of them. */
function lookUpAllowed(reach: Reach, resolve: Resolve): LookupFunction {
  const isHere = (host: string) => reach === 'loopback' && /(^|\.)localhost$/.test(host)
  return (host, options, callback) => {
    const asked = isHere(host) ? Promise.resolve(['127.0.0.1', '::1']) : resolve(host)
    asked.then(
      (addresses) => {
        if (!addresses.every((address) => isAllowedAddress(address, reach)))
          return callback(withCode('PRIVATE_ADDRESS'), [])
        const found = addresses.map((address) => ({ address, family: isIP(address) }))
        const [first] = found
        if (!first) return callback(withCode('ENOTFOUND'), [])
        if (options.all) return callback(null, found)
        callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

const withCode = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code })

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  const inner = error instanceof AggregateError ? error.errors[0] : error
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : error.name
}

/** How the body begins, as text that PostgreSQL can keep; empty where it breaks off before. */
async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= keptBytes) break
    }
  } catch {
    // The status has come, which is what counts.
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, keptBytes))
  return text.replaceAll('\0', '\uFFFD')
}

/** For how many seconds the receiver does not want to be called; `null` where it does not say. */
function holdAsked(status: number, header: string | string[] | undefined): number | null {
  if (status !== 429 && status !== 503) return null
  const text = [header].flat()[0] ?? ''
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), longestHold) : null
}
