import type { Env } from '@/lib/env'
import { isLoopback } from '@/lib/environments/environment'
import { announce } from './announce'
import { createGate } from './gate'
import type { Application } from './handover'
import { listen } from './listen'
import { oneLineConsole } from './one-line-console'
import { nameClients } from './proxy-trust'
import { readSettings } from './read-settings'
import { securityHeaders } from './security-headers'
import { type ServeOptions, serve } from './serve'

/**
 * Reads the settings and takes the address, and answers 503 there until `serve` was called: in between the product may
 * be built.
 * @throws {StartError} when a setting is wrong, or the address cannot be had
 */
export async function openFrontDoor(options: ServeOptions) {
  const env = readSettings(options.root)
  const gate = gateFor(env, options.dev)
  const address = await listen(gate.server, env)
  return {
    serve: () => serve(gate, { ...options, host: env.HOST, port: env.PORT }),
    /** Says what serves now, and from then on prints what any library says as lines of the log. */
    announce: (application: Application) => {
      announce(env, application, address)
      const { stdout } = process
      oneLineConsole({ console, write: (line) => stdout.write(line), isTerminal: stdout.isTTY })
    },
  }
}

function gateFor(env: Env, isDev: boolean) {
  const isOpen = env.access === 'open'
  const isHttps = env.PUBLIC_URL?.startsWith('https:') ?? false
  return createGate(isOpen ? isLoopback : anyHost, {
    nameClient: nameClients(env.TRUSTED_PROXIES),
    protect: securityHeaders({ isHttps, isDev }),
    isOpen,
    isDev,
  })
}

/** Where everybody has to say who they are, a name that leads here opens nothing; and load balancers use many. */
function anyHost(host: string): boolean {
  return host !== ''
}
