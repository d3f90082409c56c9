import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import { listen } from './local-server'
import { selfSigned } from './self-signed'

/** A server that is no good, for the length of a test. */
export type BrokenVitec = {
  baseUrl: string
  /** Requests that have begun to arrive. */
  requests: () => number
  /** Bytes that it has got rid of on all its connections. */
  written: () => number
}

/** Where no server listens: every system keeps port 1 to itself. */
export const closedPort = at('http://127.0.0.1:1')

/** A name that never exists (RFC 6761). */
export const noSuchHost = at('http://vitec.invalid')

function at(baseUrl: string): () => Promise<BrokenVitec> {
  return async () => ({ baseUrl, requests: () => 0, written: () => 0 })
}

/** A TCP server that does as it is told with the socket when a request has begun to arrive. */
export async function brokenVitec(onRequest: (socket: Socket) => void): Promise<BrokenVitec> {
  const sockets: Socket[] = []
  let requests = 0
  const server = createTcpServer((socket) => {
    sockets.push(socket)
    socket.once('data', (begin) => {
      if (begin.toString('latin1').startsWith('POST ')) requests += 1
      onRequest(socket)
    })
  })
  const written = () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0)
  return { baseUrl: await addressOf(server), requests: () => requests, written }
}

/** A TLS server with a certificate that no authority has vouched for. `scheme` is what the client is told to speak. */
export async function untrustedVitec(scheme: 'http' | 'https'): Promise<BrokenVitec> {
  let requests = 0
  const server = createTlsServer(selfSigned(), (socket) => socket.once('data', () => requests++))
  server.on('tlsClientError', (error) => {
    if ('code' in error && error.code === 'ERR_SSL_HTTP_REQUEST') requests += 1
  })
  const baseUrl = (await addressOf(server)).replace('http', scheme)
  return { baseUrl, requests: () => requests, written: () => 0 }
}

/** The same, told to speak TLS to a server that does not. */
export async function overTls(vitec: Promise<BrokenVitec>): Promise<BrokenVitec> {
  const { baseUrl, ...rest } = await vitec
  return { ...rest, baseUrl: baseUrl.replace('http', 'https') }
}

/** Writes, lets the client read what it got, and resets the connection, which would make it forget the unread. */
export function writeThenReset(socket: Socket, text: string): void {
  socket.write(text, async () => {
    // Client and server share one event loop: a turn of it reads what has arrived.
    for (let turns = 0; turns < 5; turns++) await turn()
    socket.resetAndDestroy()
  })
}

/** Writes a byte now and then for as long as the client has patience. */
export function drip(socket: Socket, text: string): void {
  let at = 0
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), 20)
  socket.on('close', () => clearInterval(timer))
}

/** Writes so many bytes as fast as the client takes them. */
export function pour(socket: Socket, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  let left = bytes
  const more = () => {
    while (left > 0 && !socket.destroyed) {
      left -= chunk.length
      if (!socket.write(chunk)) return
    }
  }
  socket.on('drain', more)
  more()
}

async function addressOf(server: Server): Promise<string> {
  return `http://${await listen(server)}`
}
