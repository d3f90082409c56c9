import type { Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { listen, listenHttp, listenTcp } from '@/test/support/vitec/local-server'
import { sendTo } from '@/test/support/vitec/test-client'

const head = (...lines: string[]) => `${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n`
const unsent = { outcome: 'not_sent', httpStatus: null, answer: null, retryAfterMs: null }
const noAnswer = { outcome: 'unknown', httpStatus: null, answer: null }

describe('a connection that is not made', () => {
  it('is refused, and the lead was not sent', async () => {
    expect(await sendTo('http://127.0.0.1:1')).toMatchObject({ ...unsent, errorKind: 'refused' })
  })

  it('has a host name that does not exist, and the lead was not sent', async () => {
    expect(await sendTo('http://vitec.invalid')).toMatchObject({ ...unsent, errorKind: 'dns' })
  })

  it('has a server that speaks no TLS, and the lead was not sent', async () => {
    const base = await listenHttp((_, response) => response.end('"CMLEAD1"'))
    expect(await sendTo(base.replace('http:', 'https:'))).toMatchObject({ ...unsent, errorKind: 'tls' })
  })

  it('has a server that cannot agree on TLS, and the lead was not sent', async () => {
    const address = await listen(createTlsServer())
    expect(await sendTo(`https://${address}`)).toMatchObject({ ...unsent, errorKind: 'tls' })
  })

  it('is cut in the middle of the TLS handshake, and the lead was not sent', async () => {
    const base = await listenTcp((socket) => socket.destroy())
    expect(await sendTo(base.replace('http:', 'https:'))).toMatchObject({ ...unsent, errorKind: 'tls' })
  })

  it('hangs in the TLS handshake, and the lead was not sent', async () => {
    const base = await listenTcp(() => {})
    const result = await sendTo(base.replace('http:', 'https:'), 200)
    expect(result).toMatchObject({ ...unsent, errorKind: 'connect_timeout' })
  })
})

describe('a request without an answer', () => {
  it('is a doubt when the other side falls silent', async () => {
    const base = await listenTcp(() => {})
    expect(await sendTo(base, 1_000)).toMatchObject({ ...noAnswer, errorKind: 'timeout' })
  })

  it('lets the connection go when its time is up', async () => {
    const closed = new Promise((resolve) => {
      listenTcp((socket) => socket.on('close', resolve)).then((base) => sendTo(base, 1_000))
    })
    await expect(closed).resolves.toBeDefined()
  })

  it.each<[string, (socket: Socket) => void]>([
    ['is reset', (socket) => socket.resetAndDestroy()],
    ['is closed', (socket) => socket.end()],
    [
      'is reset within the headers',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nX-', () => socket.resetAndDestroy()),
    ],
  ])('is a doubt when the connection %s', async (_, cut) => {
    expect(await sendTo(await listenTcp(cut))).toMatchObject({ ...noAnswer, errorKind: 'reset' })
  })

  it('is sent once, even where the connection is closed at once', async () => {
    let requests = 0
    const base = await listenTcp((socket) => {
      requests += 1
      socket.resetAndDestroy()
    })
    await sendTo(base)
    expect(requests).toBe(1)
  })

  it('is a doubt when what comes back is not HTTP', async () => {
    const base = await listenTcp((socket) => socket.end('220 mail.example.com ESMTP\r\n'))
    expect(await sendTo(base)).toMatchObject({ ...noAnswer, errorKind: 'unreadable_answer' })
  })

  it('is a doubt when the headers never end', async () => {
    const base = await listenTcp((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}`),
    )
    expect(await sendTo(base)).toMatchObject({ ...noAnswer, errorKind: 'unreadable_answer' })
  })
})

describe('an answer that does not end well', () => {
  it('is delivered when the id came whole before the connection broke', async () => {
    const base = await listenTcp((socket) =>
      socket.write(`${head('Content-Length: 500')}"CMLEAD123456"`, () => socket.end()),
    )
    expect(await sendTo(base)).toMatchObject({ outcome: 'delivered', vitecLeadId: 'CMLEAD123456' })
  })

  it('is a doubt when the connection broke within the id', async () => {
    const base = await listenTcp((socket) => socket.end(`${head('Content-Length: 14')}"CMLEAD1`))
    expect(await sendTo(base)).toMatchObject({ outcome: 'unknown', errorKind: 'reset', httpStatus: 200 })
  })

  it('is a doubt when a bare id may be the half of one', async () => {
    const base = await listenTcp((socket) => socket.end(`${head('Content-Length: 12')}CMLEAD1`))
    expect(await sendTo(base)).toMatchObject({ outcome: 'unknown', errorKind: 'reset' })
  })

  it.each([
    ['without a length', head('Connection: close')],
    ['by HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\n'],
    ['in a coding that shows no end', head('Transfer-Encoding: identity')],
  ])('is a doubt when a bare id ends where the connection does: %s', async (_, begin) => {
    for (const body of ['CMLEAD1', '4711']) {
      const base = await listenTcp((socket) => socket.end(`${begin}${body}`))
      expect(await sendTo(base)).toMatchObject({
        outcome: 'unknown',
        errorKind: 'unreadable_answer',
        httpStatus: 200,
        answer: body,
      })
    }
  })

  it.each([
    ['a text', head('Connection: close'), '"CMLEAD1"'],
    ['an object', head('Connection: close'), '{"id":"CMLEAD1"}'],
    ['a bare id of a known length', head('Content-Length: 7'), 'CMLEAD1'],
    ['a bare id in chunks', head('Transfer-Encoding: chunked'), '7\r\nCMLEAD1\r\n0\r\n\r\n'],
  ])('is delivered when the end is shown: %s', async (_, begin, body) => {
    const base = await listenTcp((socket) => socket.end(`${begin}${body}`))
    expect(await sendTo(base)).toMatchObject({ outcome: 'delivered', vitecLeadId: 'CMLEAD1' })
  })

  it('is a doubt when a bare id in chunks lacks the last of them', async () => {
    const base = await listenTcp((socket) =>
      socket.end(`${head('Transfer-Encoding: chunked')}7\r\nCMLEAD1\r\n`),
    )
    expect(await sendTo(base)).toMatchObject({ outcome: 'unknown', httpStatus: 200 })
  })

  it('is a doubt when it drips until the time is up', async () => {
    const base = await listenTcp((socket) => {
      socket.write(head('Content-Length: 100000'))
      const drip = setInterval(() => socket.write('"'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await sendTo(base, 1_000)).toMatchObject({
      outcome: 'unknown',
      errorKind: 'timeout',
      httpStatus: 200,
    })
  })

  it('is still a refusal when only the words were cut short', async () => {
    const answer = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 500\r\n\r\nFirst name is'
    const base = await listenTcp((socket) => socket.end(answer))
    expect(await sendTo(base)).toMatchObject({ outcome: 'rejected', word: 'First name is' })
  })

  it('is read to 64 KiB, and no further', async () => {
    let closed = false
    const base = await listenHttp((_, response) => {
      response.writeHead(400).on('close', () => {
        closed = true
      })
      const pour = () => {
        while (!closed && response.write('x'.repeat(64 * 1024)));
      }
      response.on('drain', pour)
      pour()
    })
    const result = await sendTo(base)
    expect(result.outcome).toBe('rejected')
    expect(result.answer).toHaveLength(64 * 1024)
  })

  it('is a doubt when a success is too long to hold an id', async () => {
    const base = await listenHttp((_, response) => response.end(`"${'1'.repeat(200_000)}"`))
    expect(await sendTo(base)).toMatchObject({ outcome: 'unknown', errorKind: 'unreadable_answer' })
  })

  it('is not inflated, so that a small answer stays small', async () => {
    const base = await listenHttp((_, response) =>
      response.setHeader('content-encoding', 'gzip').end('"CMLEAD1"'),
    )
    expect(await sendTo(base)).toMatchObject({ outcome: 'delivered', answer: '"CMLEAD1"' })
  })

  it('has its NULs replaced, which the database could not keep', async () => {
    const base = await listenHttp((_, response) => response.writeHead(400).end('a\0b'))
    expect((await sendTo(base)).answer).toBe('a\uFFFDb')
  })
})
