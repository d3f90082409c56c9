import type { Env } from '@/lib/env'
import { isLoopback } from '@/lib/environments/environment'
import { log } from '@/lib/log'
import nextConfig from '@/next.config'
import { announce } from './announce'
import { createGate } from './gate'
import type { Application } from './handover'
import { listen } from './listen'
import { oneLineConsole } from './one-line-console'
import { nameClients } from './proxy-trust'
import { readSettings } from './read-settings'
import { type RouteOf, routePatterns } from './route-patterns'
import { securityHeaders } from './security-headers'
import { type ServeOptions, serve } from './serve'

/**
 * Reads the settings and takes the address, and answers 503 there until `serve` was called: in between the product may
 * be built. From then on what any library prints are lines of the log.
 * @throws {StartError} when a setting is wrong, or the address cannot be had
 */
export async function openFrontDoor(options: ServeOptions) {
  const { stdout } = process
  oneLineConsole({ console, write: (line) => stdout.write(line), isTerminal: stdout.isTTY })
  const env = readSettings(options.root)
  // Read before the settings were: a file may have set it since.
  log.level = env.LOG_LEVEL
  const gate = gateFor(env, options.dev, routePatterns(options.root, await rewrittenPaths()))
  const address = await listen(gate.server, env)
  return {
    serve: () => serve(gate, { ...options, host: env.HOST, port: env.PORT }),
    /** Says what serves now. */
    announce: (application: Application) => announce(env, application, address),
  }
}

/** The addresses that Next answers as if others had been asked for. */
async function rewrittenPaths(): Promise<string[]> {
  const rewrites = (await nextConfig.rewrites?.()) ?? []
  return Array.isArray(rewrites) ? rewrites.map(({ source }) => source) : []
}

function gateFor(env: Env, isDev: boolean, routeOf: RouteOf) {
  const isOpen = env.access === 'open'
  const isHttps = env.PUBLIC_URL?.startsWith('https:') ?? false
  return createGate(isOpen ? isLoopback : anyHost, {
    nameClient: nameClients(env.TRUSTED_PROXIES),
    protect: securityHeaders({ isHttps, isDev }),
    routeOf,
    isOpen,
    isDev,
  })
}

/** Where everybody has to say who they are, a name that leads here opens nothing; and load balancers use many. */
function anyHost(host: string): boolean {
  return host !== ''
}
