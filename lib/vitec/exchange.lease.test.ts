import dns from 'node:dns'
import net, { createServer } from 'node:net'
import tls, { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { beginLease, type Lease } from '@/lib/deliveries/lease'
import { ownWord } from '@/lib/deliveries/own-word'
import { exampleLead } from '@/test/support/vitec/example-lead'
import { listen } from '@/test/support/vitec/local-server'
import { selfSigned } from '@/test/support/vitec/self-signed'
import { testClient } from '@/test/support/vitec/test-client'

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"CMLEAD1"'
const lapsed = {
  outcome: 'not_sent',
  errorKind: 'lease',
  word: ownWord('lease_over'),
  httpStatus: null,
  answer: null,
  retryAfterMs: null,
}
const delivered = { outcome: 'delivered', vitecLeadId: 'CMLEAD1' }

/** Counts every byte that arrives, and connections. */
async function countingVitec() {
  const seen = { bytes: 0, connections: 0 }
  const address = await listen(
    createServer((socket) => {
      seen.connections += 1
      socket.on('data', (chunk) => {
        seen.bytes += chunk.length
        socket.end(answer)
      })
    }),
  )
  return { baseUrl: `http://${address}`, seen }
}

/** The same over TLS, where a handshake takes its time; counts what was said inside. */
async function countingTls(onHandshake: (answerIt: () => void) => void) {
  // As in the process's environment: there is no other way to have this one certificate believed.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const seen = { bytes: 0, connections: 0 }
  const server = createTlsServer({ ...selfSigned(), SNICallback: (_, done) => onHandshake(() => done(null)) })
  server.on('secureConnection', (socket: TLSSocket) => {
    seen.connections += 1
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      seen.bytes += chunk.length
      socket.end(answer)
    })
  })
  const port = (await listen(server)).split(':')[1]
  return { baseUrl: `https://localhost:${port}`, seen }
}

async function send(baseUrl: string, lease?: Lease) {
  const request = await testClient(baseUrl).prepare(exampleLead, 'x')
  return request.send(lease)
}

const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
/** Long enough for a byte under way to arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

function slowLookups(meanwhile: () => void) {
  const lookup = dns.lookup
  const spy = vi.spyOn(dns, 'lookup').mockImplementation((...all: unknown[]) => {
    setTimeout(() => {
      meanwhile()
      Reflect.apply(lookup, dns, all)
    }, 50)
  })
  onTestFinished(() => {
    spy.mockRestore()
  })
}

describe('a lease that is over', () => {
  it('while the process stands still: not a byte is sent', async () => {
    const { baseUrl, seen } = await countingVitec()
    const result = send(baseUrl, beginLease(undefined, 200))
    // The connection is being made by the system meanwhile.
    setImmediate(() => standStill(300))
    expect(await result).toEqual(lapsed)
    await settle()
    expect(seen).toEqual({ bytes: 0, connections: 1 })
  })

  it('while the host name is looked up: not a byte is sent', async () => {
    const { baseUrl, seen } = await countingVitec()
    let isOver = false
    slowLookups(() => {
      isOver = true
    })
    const named = baseUrl.replace('127.0.0.1', 'localhost')
    expect(await send(named, { holds: () => !isOver })).toEqual(lapsed)
    await settle()
    expect(seen.bytes).toBe(0)
  })

  it('within the TLS handshake: not a byte of the request is sent', async () => {
    let isOver = false
    const { baseUrl, seen } = await countingTls((answerIt) => {
      isOver = true
      answerIt()
    })
    expect(await send(baseUrl, { holds: () => !isOver })).toEqual(lapsed)
    await settle()
    expect(seen.bytes).toBe(0)
  })

  it('after the request was written: is asked no more', async () => {
    const { baseUrl } = await countingVitec()
    const holds = vi.fn().mockReturnValueOnce(true).mockReturnValue(false)
    expect(await send(baseUrl, { holds })).toMatchObject(delivered)
    expect(holds).toHaveBeenCalledTimes(1)
  })
})

describe('a lease that holds', () => {
  it.each(['http', 'https'])(
    'is asked in the same breath in which the request is written, over %s',
    async (scheme) => {
      const connect = vi.spyOn(scheme === 'http' ? net : tls, 'connect')
      onTestFinished(() => {
        connect.mockRestore()
      })
      const { baseUrl } =
        scheme === 'http' ? await countingVitec() : await countingTls((answerIt) => answerIt())
      const left: (boolean | undefined)[] = []
      const hasLeft = () => {
        const result = connect.mock.results[0]
        const socket = result?.type === 'return' ? result.value : undefined
        left.push(socket && socket.bytesWritten > body.length)
      }
      const request = await testClient(baseUrl).prepare(exampleLead, 'x'.repeat(5_000))
      const { body } = request
      const holds = () => {
        hasLeft()
        // Before everything that anybody may wait for.
        process.nextTick(hasLeft)
        return true
      }
      expect(await request.send({ holds })).toMatchObject(delivered)
      expect(left).toEqual([false, true])
    },
  )

  it('is sent, over http and over https, and so is an attempt without one', async () => {
    const plain = await countingVitec()
    const secure = await countingTls((answerIt) => answerIt())
    for (const { baseUrl } of [plain, secure])
      for (const lease of [beginLease(), undefined])
        expect(await send(baseUrl, lease)).toMatchObject(delivered)
  })
})
