import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Env } from '@/lib/env'
import { StartError } from './start-error'

/**
 * Takes the address, so that no other process can while the product is being built.
 * @returns the address as a browser takes it
 * @throws {StartError} when it cannot be had
 */
export async function listen(server: Server, address: Pick<Env, 'HOST' | 'PORT'>): Promise<string> {
  const { HOST: host, PORT: port } = address
  const bare = host.replace(/^\[|\]$/g, '')
  server.listen({ host: bare, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new StartError(whyNot(error, host, port))
  }
  return `http://${host.includes(':') ? `[${bare}]` : host}:${port}`
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const another = `choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use: ${another}`
  if (code === 'EACCES') return `Port ${port} on ${host} is not allowed for this user: ${another}`
  return `HOST ${host} is not an address of this machine (${code ?? message})`
}
