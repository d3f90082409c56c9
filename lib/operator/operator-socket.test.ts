import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { askService, listenForOrders } from './operator-socket'
import { type Order, OrderError } from './order'

const order = { order: 'sql', text: 'SELECT 1', write: false } as const
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lead-api-operator-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
const ask = () => askService(dataDir, order, z.string())

it('does what its own user asks, who alone may reach it, until it is ended', async () => {
  const seen: Order[] = []
  const end = await listenForOrders(dataDir, async (one) => {
    seen.push(one)
    return 'done'
  })
  expect(await ask()).toBe('done')
  expect(seen).toEqual([order])
  expect(statSync(join(dataDir, 'operator.sock')).mode & 0o777).toBe(0o600)
  await end()
  expect(readdirSync(dataDir)).toEqual([])
  expect(await ask()).toBeNull()
})

it('takes the place of what a process has left that is gone', async () => {
  writeFileSync(join(dataDir, 'operator.sock'), '')
  expect(await ask()).toBeNull()
  const end = await listenForOrders(dataDir, async () => 'done')
  expect(await ask()).toBe('done')
  await end()
})

it('says why it does not do it, and goes on after what is no order', async () => {
  const end = await listenForOrders(dataDir, async () => {
    throw new OrderError('not today')
  })
  await expect(ask()).rejects.toThrow('not today')
  for (const text of ['{"order":"drop"}\n', 'hello\n', '\n', 'x'.repeat(1_100_000)]) {
    const answer = await new Promise<string>((resolve) => {
      let said = ''
      const socket = connect(join(dataDir, 'operator.sock'), () => socket.end(text))
      socket.on('data', (chunk) => {
        said += chunk
      })
      socket.on('error', () => undefined).on('close', () => resolve(said))
    })
    expect(answer).toMatch(/^(\{"refused":.*\}\n)?$/)
  }
  await expect(ask()).rejects.toThrow('not today')
  await end()
})

it('is asked in a folder that is not there without making one', async () => {
  expect(await askService(join(dataDir, 'none'), order, z.string())).toBeNull()
  expect(existsSync(join(dataDir, 'none'))).toBe(false)
})

it('lets nobody who keeps a connection open, or whose order takes long, keep it from being ended', async () => {
  let obeyed = 0
  const never = new Promise<string>(() => undefined)
  const end = await listenForOrders(dataDir, () => (obeyed++ === 0 ? Promise.resolve('done') : never))
  const sockets: Socket[] = []
  for (const text of [`${JSON.stringify(order)}\n`, `${JSON.stringify(order)}\n`, '']) {
    const socket = connect({ path: join(dataDir, 'operator.sock'), allowHalfOpen: true })
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.write(text)
    await (sockets.length === 1 ? once(socket, 'data') : once(socket, 'connect'))
  }
  await end()
  for (const socket of sockets) socket.destroy()
})

it('serves on where all who were answered keep their connections open', async () => {
  const end = await listenForOrders(dataDir, async () => 'done')
  const sockets: Socket[] = []
  for (let n = 0; n < 4; n++) {
    const socket = connect({ path: join(dataDir, 'operator.sock'), allowHalfOpen: true })
    sockets.push(socket)
    socket.write(`${JSON.stringify(order)}\n`)
    await once(socket, 'data')
  }
  expect(await ask()).toBe('done')
  for (const socket of sockets) socket.destroy()
  await end()
})

it('answers of a fault that nobody thought of its name and code alone', async () => {
  const end = await listenForOrders(dataDir, async () => {
    throw Object.assign(new Error('what a customer wrote'), { code: 'ENOSPC' })
  })
  await expect(ask()).rejects.toThrow(/^It failed: Error \(ENOSPC\)$/)
  await end()
})
