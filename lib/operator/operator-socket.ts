import { chmodSync, closeSync, constants, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/database-error'
import { errorCode } from '@/lib/db/embedded/folder-lock/error-code'
import { socketAddress } from '@/lib/db/embedded/folder-lock/socket-address'
import { AppError } from '@/lib/errors'
import { inTime } from '@/lib/time/in-time'
import { type Order, OrderError, orderSchema } from './order'

const name = 'operator.sock'
/**
 * In bytes and ms: of an order, within what time it has to be there and its answer is taken, and how long an end waits for
 * orders under way.
 */
const limits = { order: 1_000_000, patience: 10_000, atOnce: 4, end: 1_000 }

const answerSchema = z.union([z.object({ answer: z.unknown() }), z.object({ refused: z.string() })])

/**
 * Listens for orders in the data folder, for its owner alone: whoever may open the socket may read the database's files as
 * well. An order is a line of JSON, its answer another. One that is left over from a process that is gone is replaced; only
 * who has the folder's lock may call this.
 * @param obey may throw an {@link OrderError}, an `AppError` or a `DatabaseError`, whose words are answered; of others only
 *   the name and the code
 * @returns ends it: orders under way have a second to come to their end, then whoever asked hears nothing more
 */
export async function listenForOrders(
  dataDir: string,
  obey: (order: Order) => Promise<unknown>,
): Promise<() => Promise<void>> {
  if (process.platform === 'win32') return async () => undefined
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    void serveOne(socket, obey)
  })
  server.maxConnections = limits.atOnce
  server.on('error', () => undefined)
  // In a folder that nobody else can enter until its rights are set.
  const entry = mkdtempSync(join(resolve(dataDir), '.operator-'))
  const place = join(resolve(dataDir), name)
  const fd = openSync(entry, constants.O_RDONLY)
  try {
    await new Promise<void>((listening, failed) => {
      server
        .once('error', failed)
        .listen({ path: socketAddress({ path: entry, fd }, name), exclusive: true }, listening)
    })
    chmodSync(join(entry, name), 0o600)
    renameSync(join(entry, name), place)
  } finally {
    closeSync(fd)
    rmSync(entry, { recursive: true, force: true })
  }
  server.unref()
  return async () => {
    rmSync(place, { force: true })
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await inTime(closed, limits.end, undefined)
    for (const socket of sockets) socket.destroy()
    await closed
  }
}

async function serveOne(socket: Socket, obey: (order: Order) => Promise<unknown>): Promise<void> {
  socket.on('error', () => undefined)
  const answer = await answerTo(socket, obey)
  // One that takes no answer, or does not end, keeps its place from no other.
  socket.setTimeout(limits.patience, () => socket.destroy())
  socket.end(`${JSON.stringify(answer)}\n`)
  socket.destroySoon()
}

async function answerTo(socket: Socket, obey: (order: Order) => Promise<unknown>): Promise<object> {
  try {
    const order = orderSchema.safeParse(JSON.parse(await readLine(socket)))
    if (!order.success) throw new OrderError('This order is of another version of the service')
    return { answer: await obey(order.data) }
  } catch (error) {
    return { refused: wordsOf(error) }
  }
}

/** Any other error's words may be those of a library, which quotes what it was given. */
function wordsOf(error: unknown): string {
  if (error instanceof OrderError || error instanceof DatabaseError || error instanceof AppError)
    return error.message
  const code = errorCode(error)
  return `It failed${error instanceof Error ? `: ${error.name}` : ''}${code ? ` (${code})` : ''}`
}

/**
 * Asks the service that has the data folder. `null` where none listens there.
 * @throws {OrderError} with the reason for which it is refused
 */
export async function askService<Answer>(
  dataDir: string,
  order: Order,
  schema: z.ZodType<Answer>,
): Promise<Answer | null> {
  const socket = await reach(resolve(dataDir))
  if (!socket) return null
  socket.end(`${JSON.stringify(order)}\n`)
  const text = await readLine(socket, Number.POSITIVE_INFINITY, 0)
  if (text === '') throw new OrderError('The service has ended meanwhile')
  const answer = answerSchema.parse(JSON.parse(text))
  if ('refused' in answer) throw new OrderError(answer.refused)
  return schema.parse(answer.answer)
}

async function reach(dataDir: string): Promise<Socket | null> {
  if (process.platform === 'win32') return null
  let fd: number
  try {
    fd = openSync(dataDir, constants.O_RDONLY)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  const socket = connect(socketAddress({ path: dataDir, fd }, name))
  try {
    await new Promise<void>((connected, failed) => socket.once('connect', connected).once('error', failed))
    return socket
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes(errorCode(error) ?? '')) return null
    throw error
  } finally {
    closeSync(fd)
  }
}

/** The line that comes, or '' where the other side ends first. @param patience in ms; 0 waits as long as it takes */
function readLine(socket: Socket, most = limits.order, patience = limits.patience): Promise<string> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    let bytes = 0
    const end = () => {
      socket.setTimeout(0)
      resolve(Buffer.concat(received).toString('utf8').trim())
    }
    socket.setTimeout(patience, () => socket.destroy())
    socket.once('close', end).once('end', end)
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      const isEnd = chunk.includes(10)
      if (bytes > most || isEnd) socket.off('data', take)
      if (bytes > most) return reject(new OrderError('The order is too long'))
      received.push(chunk)
      if (isEnd) end()
    }
    socket.on('data', take)
  })
}
