import type { Env } from '@/lib/env'
import { isLoopback } from '@/lib/environments/environment'
import { log } from '@/lib/log'
import nextConfig from '@/next.config'
import { announce } from './announce'
import { createGate } from './gate'
import type { Application } from './handover'
import { listen, tryAddress } from './listen'
import { openLivePort } from './live'
import { oneLineConsole } from './one-line-console'
import { nameClients } from './proxy-trust'
import { readSettings } from './read-settings'
import { type RouteOf, routePatterns } from './route-patterns'
import { securityHeaders } from './security-headers'
import { type ServeOptions, serve } from './serve'

/**
 * In seconds: nginx leaves an instance alone for 10 s after one connection that it refused. By then the one that was
 * restarted before is called again.
 */
const usualDrainWait = 12
/** In ms: who keeps connections open to us has this long to use them once more, and is then told that they end. */
const usualGrace = 2_000

/**
 * Reads the settings and takes the address. Where others can answer in place of this process, or what stands in front of it
 * can wait, it listens only once it can answer: a connection that is refused is tried elsewhere or again, one that is
 * answered with 503 is not. In the sandbox of one person it listens at once, and answers 503 until `serve` was called:
 * in between the product may be built. From then on what any library prints are lines of the log.
 * @throws {StartError} when a setting is wrong, or the address cannot be had
 */
export async function openFrontDoor(options: ServeOptions) {
  const { stdout } = process
  oneLineConsole({ console, write: (line) => stdout.write(line), isTerminal: stdout.isTTY })
  const env = readSettings(options.root)
  // Read before the settings were: a file may have set it since.
  log.level = env.LOG_LEVEL
  const gate = gateFor(env, options.dev, routePatterns(options.root, await rewrittenPaths()))
  const isAlone = env.access === 'open' && env.DATABASE_URL === undefined
  const drainWaitMs = (env.DRAIN_WAIT_S ?? (env.DATABASE_URL === undefined ? 0 : usualDrainWait)) * 1000
  const graceMs = isAlone || env.DRAIN_WAIT_S === 0 ? 0 : usualGrace
  await openLivePort(env)
  let address = ''
  const takeAddress = async () => {
    address ||= await listen(gate.server, env)
  }
  await (isAlone ? takeAddress() : tryAddress(env))
  return {
    serve: () =>
      serve(gate, { ...options, host: env.HOST, port: env.PORT, drainWaitMs, graceMs, listen: takeAddress }),
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
