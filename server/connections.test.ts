import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connections, watchConnections } from './connections'

describe('connections that a proxy keeps open', () => {
  let server: Server
  let connections: Connections
  let agent: Agent
  let address: { port: number; host: string }
  let answer: (response: ServerResponse) => void
  beforeEach(async () => {
    answer = (response) => response.end('answered')
    server = createServer((_, response) => {
      connections.asked(response)
      answer(response)
    })
    connections = watchConnections(server)
    agent = new Agent({ keepAlive: true })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    // A listening TCP server has an address of this shape.
    address = { port: (server.address() as AddressInfo).port, host: '127.0.0.1' }
  })
  afterEach(() => {
    agent.destroy()
    server.closeAllConnections()
  })

  async function ask() {
    const said: IncomingMessage = (await once(get({ ...address, agent }), 'response'))[0]
    return { connection: said.headers.connection, body: await text(said) }
  }

  it('are told with an answer that they end, from when the process is to stop, so that the next request goes elsewhere', async () => {
    expect((await ask()).connection).toBe('keep-alive')
    connections.leave()
    expect(await ask()).toEqual({ connection: 'close', body: 'answered' })
  })

  it('are told so with an answer that was asked for before, too', async () => {
    const asked = new Promise<ServerResponse>((resolve) => {
      answer = resolve
    })
    const asking = ask()
    const response = await asked
    connections.leave()
    response.end('answered')
    expect(await asking).toEqual({ connection: 'close', body: 'answered' })
  })

  it('are answered once more after the server has closed, because a request may have been on its way', async () => {
    await ask()
    const closed = connections.close(10_000)
    await expect.poll(() => server.listening).toBe(false)
    expect(await ask()).toEqual({ connection: 'close', body: 'answered' })
    await closed
  })

  it('are ended when nothing is asked for long enough, and nobody waits for them', async () => {
    await ask()
    await connections.close(0)
  })

  it('have their first answer though they were made just before the close', async () => {
    const socket = connect(address)
    await once(server, 'connection')
    const closed = connections.close(0)
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(await text(socket)).toContain('answered')
    await closed
  })
})
