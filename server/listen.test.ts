import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from '@/test/support/free-port.mjs'
import { listen, tryAddress } from './listen'

it('names a port that is in use and how to choose another, because that is the commonest failed start', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  // A listening TCP server has an address of this shape.
  const { port } = other.address() as AddressInfo
  await expect(listen(createServer(), { HOST: '127.0.0.1', PORT: port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use: choose another: PORT=${port + 1} npm start`,
  )
  await expect(tryAddress({ HOST: '127.0.0.1', PORT: port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use`,
  )
  other.close()
})

it('finds out whether an address can be had without listening there, so that nobody connects to what cannot answer', async () => {
  const server = createServer()
  const PORT = await freePort()
  for (const HOST of ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]']) await tryAddress({ HOST, PORT })
  await listen(server, { HOST: '127.0.0.1', PORT })
  server.close()
  await expect(tryAddress({ HOST: '192.0.2.1', PORT })).rejects.toThrow(
    'HOST 192.0.2.1 is not an address of this machine',
  )
})

it('names a host that is not of this machine, because a port would not help', async () => {
  await expect(listen(createServer(), { HOST: '192.0.2.1', PORT: 4249 })).rejects.toThrow(
    'HOST 192.0.2.1 is not an address of this machine (EADDRNOTAVAIL)',
  )
})
