import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newWebhookSecret, startReceiver } from '@/test/support/alerts/receiver'
import { listenHttp, listenTcp } from '@/test/support/vitec/local-server'
import { selfSigned } from '@/test/support/vitec/self-signed'
import { createCallReceiver } from './call-receiver'

const secret = newWebhookSecret()
const body = '{"type":"lead.delivered"}'
const here = createCallReceiver('loopback', async () => ['127.0.0.1'], 1_000)
const to = (url: string, call = here) => call({ id: 'e1', url, secrets: [secret], body })

describe('a receiver that is called', () => {
  it('can tell by the signature that it was us, also while its secret is replaced', async () => {
    const receiver = await startReceiver(secret)
    const told = await here({ id: 'e1', url: receiver.url, secrets: [newWebhookSecret(), secret], body })
    expect(told).toEqual({ httpStatus: 204, fault: null, answer: '', holdS: null })
    expect(receiver.taken).toMatchObject([{ id: 'e1', message: { type: 'lead.delivered' } }])
  })

  it('is given up after a while, where it hangs before its answer or within it', async () => {
    const silent = await listenTcp(() => {})
    expect(await to(silent)).toMatchObject({ httpStatus: null, fault: 'TIMEOUT' })
    const dripping = await listenHttp((_, response) => response.writeHead(200).write('x'))
    expect(await to(dripping)).toMatchObject({ httpStatus: 200, answer: 'x' })
  })

  it('is not read to the end of a hundred megabytes', async () => {
    let written = 0
    const url = await listenHttp((_, response) => {
      const chunk = Buffer.alloc(1_000_000, 'x')
      const write = () => {
        while (written < 100_000_000 && !response.destroyed) {
          written += chunk.length
          if (!response.write(chunk)) return response.once('drain', write)
        }
        return response.end()
      }
      write()
    })
    const told = await to(url)
    expect([told.httpStatus, told.answer?.length]).toEqual([200, 1_000])
    expect(written).toBeLessThan(50_000_000)
  })

  it('is not followed to where it redirects', async () => {
    const receiver = await startReceiver(secret)
    receiver.state.answer = 302
    expect(await to(receiver.url)).toMatchObject({ httpStatus: 302 })
    expect(receiver.state.asked).toBe(1)
  })

  it('is left alone for as long as it asks, an hour at most', async () => {
    const answers: Record<string, [number, string]> = {
      '/soon': [429, '30'],
      '/late': [503, '999999'],
      '/date': [503, new Date(Date.now() + 60_000).toUTCString()],
      '/past': [429, 'Thu, 01 Jan 1970 00:00:00 GMT'],
      '/other': [500, '30'],
    }
    const url = await listenHttp((request, response) => {
      const [status, wait] = answers[request.url ?? ''] ?? [404, '']
      response.writeHead(status, { 'retry-after': wait }).end()
    })
    const holds = await Promise.all(Object.keys(answers).map(async (path) => (await to(url + path)).holdS))
    expect(holds).toEqual([30, 3_600, expect.any(Number), null, null])
    expect(Math.abs((holds[2] ?? 0) - 60)).toBeLessThanOrEqual(1)
  })

  it('has to have a certificate that an authority vouches for', async () => {
    const server = createTlsServer(selfSigned(), (_, response) => response.end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await to(`https://localhost:${port}/`)).toMatchObject({
      httpStatus: null,
      fault: expect.stringMatching(/CERT|SELF_SIGNED/),
    })
  })
})

describe('what is inside', () => {
  const outside = (addresses: string[]) => createCallReceiver('public', async () => addresses, 1_000)

  it('is not called by a name that leads there, nor by one that leads there too', async () => {
    const receiver = await startReceiver(secret)
    const { port } = new URL(receiver.url)
    const url = `http://example.com:${port}/`
    for (const addresses of [
      ['127.0.0.1'],
      ['8.8.8.8', '10.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
    ])
      expect(await to(url, outside(addresses))).toMatchObject({ fault: 'PRIVATE_ADDRESS' })
    expect(receiver.state.asked).toBe(0)
  })

  it('is not called by a name that leads elsewhere the second time: what is called is what was looked at', async () => {
    const receiver = await startReceiver(secret)
    const { port } = new URL(receiver.url)
    const answers = [['192.0.2.1'], ['127.0.0.1']]
    let asked = 0
    const rebinding = createCallReceiver('public', async () => answers[asked++] ?? ['127.0.0.1'], 1_000)
    expect(await to(`http://example.com:${port}/`, rebinding)).toMatchObject({ fault: 'PRIVATE_ADDRESS' })
    expect(await to(`http://example.com:${port}/`, rebinding)).toMatchObject({ fault: 'PRIVATE_ADDRESS' })
    expect([asked, receiver.state.asked]).toEqual([2, 0])
  })

  it('is not called by its address, whatever stored that', async () => {
    const receiver = await startReceiver(secret)
    expect(await to(receiver.url, outside([]))).toMatchObject({ fault: 'PRIVATE_ADDRESS' })
    expect(receiver.state.asked).toBe(0)
  })

  it('is only this machine to the open sandbox', async () => {
    const call = createCallReceiver('loopback', async () => ['10.0.0.1'], 1_000)
    expect(await to('http://printer.example.com/', call)).toMatchObject({ fault: 'PRIVATE_ADDRESS' })
  })

  it('says so where a name leads nowhere', async () => {
    const nowhere = createCallReceiver(
      'public',
      async () => {
        throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
      },
      1_000,
    )
    expect(await to('https://example.com/', nowhere)).toMatchObject({ fault: 'ENOTFOUND' })
  })
})
