import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Starts a server on a free port of the loopback for the length of a test; gives `127.0.0.1:port`. */
export async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.address() as AddressInfo
  return `127.0.0.1:${port}`
}

/** A real HTTP server for the length of a test; gives its base URL. */
export async function listenHttp(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  return `http://${await listen(createServer(handle))}`
}

/** A TCP server that is handed every socket once the client has begun to send; gives a base URL. */
export async function listenTcp(onRequest: (socket: Socket) => void): Promise<string> {
  return `http://${await listen(createTcpServer((socket) => socket.once('data', () => onRequest(socket))))}`
}
