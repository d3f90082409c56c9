import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { Env } from '@/lib/env'
import { StartError } from './start-error'

type Address = Pick<Env, 'HOST' | 'PORT'>

/** In ms: how long a connection is waited for that is to tell whether an address can be had. */
const limitMs = 1_000

/**
 * Takes the address.
 * @param setting what says which port
 * @returns the address as a browser takes it
 * @throws {StartError} when it cannot be had
 */
export async function listen(server: Server, address: Address, setting = 'PORT'): Promise<string> {
  const { HOST: host, PORT: port } = address
  const bare = withoutBrackets(host)
  server.listen({ host: bare, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new StartError(whyNot(error, host, port, setting))
  }
  return `http://${host.includes(':') ? `[${bare}]` : host}:${port}`
}

/**
 * Finds out whether the address can be had, without listening at it for a moment: a connection is to come from there. What
 * cannot be told like that, listening tells.
 * @throws {StartError} when it cannot be had
 */
export async function tryAddress({ HOST: host, PORT: port }: Address): Promise<void> {
  const own = await lookup(withoutBrackets(host)).catch(() => null)
  if (!own) return
  const nobody = { host: own.family === 6 ? '::1' : '127.0.0.1', port: 1 }
  const socket = connect({ ...nobody, localAddress: own.address, localPort: port })
  // A firewall that drops what goes to nobody leaves it without an answer.
  const error = await once(socket, 'connect', { signal: AbortSignal.timeout(limitMs) }).then(
    () => null,
    (reason: NodeJS.ErrnoException) => reason,
  )
  socket.on('error', () => undefined).destroy()
  if (error?.code && ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(error.code))
    throw new StartError(whyNot(error, host, port, 'PORT'))
}

const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, '')

function whyNot(
  { code, message }: NodeJS.ErrnoException,
  host: string,
  port: number,
  setting: string,
): string {
  const another = `choose another: ${setting}=${port < 65_535 ? port + 1 : 3000} npm start`
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use: ${another}`
  if (code === 'EACCES') return `Port ${port} on ${host} is not allowed for this user: ${another}`
  return `HOST ${host} is not an address of this machine (${code ?? message})`
}
