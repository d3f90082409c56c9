import { once } from 'node:events'
import { StartError } from './start-error.mjs'

/**
 * Takes the address, so that nobody else can while the product is being built.
 * @param {import('node:http').Server} server
 * @param {{ HOST: string, PORT: number }} address
 * @returns {Promise<string>} the address as a browser takes it
 * @throws {StartError} when it cannot be had
 */
export async function listen(server, { HOST: host, PORT: port }) {
  server.listen({ host: host.replace(/^\[|\]$/g, ''), port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new StartError(whyNot(/** @type {NodeJS.ErrnoException} */ (error), host, port))
  }
  return `http://${host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host}:${port}`
}

/**
 * @param {{ code?: string | undefined, message: string }} error
 * @param {string} host
 * @param {number} port
 */
function whyNot({ code, message }, host, port) {
  const another = `choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use: ${another}`
  if (code === 'EACCES') return `Port ${port} on ${host} is not allowed for this user: ${another}`
  return `HOST ${host} is not an address of this machine (${code ?? message})`
}
