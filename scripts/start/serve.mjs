import { createServer } from 'node:http'
import { expectApplication } from './handover.mjs'
import { StartError } from './start-error.mjs'

/**
 * Starts Next behind the gate, in this process, and with it the application (see instrumentation.ts).
 * @param {{ root: string, dev: boolean, gate: ReturnType<typeof import('./gate.mjs').createGate>,
 *   host: string, port: number, shutdown: import('./shutdown.mjs').Shutdown }} options
 * @returns {Promise<import('./handover.mjs').Application>}
 * @throws {StartError} when the application cannot start; Next alone would go on and answer 500
 */
export async function serve({ root, dev, gate, host, port, shutdown }) {
  const { default: next } = await import('next')
  if (dev) gate.acceptUpgrades()
  // Next takes upgrades over from the server it is given, and leaves most of them open without a time limit.
  const httpServer = dev ? gate.server : createServer()
  const app = next({ dev, dir: root, hostname: host, port, httpServer, quiet: true })
  shutdown.before(() => app.close())
  const [application] = await Promise.all([started(), app.prepare()])
  shutdown.before((deadlineMs) => application.stop(deadlineMs))
  shutdown.before(() => gate.close())
  // Before the requests under way are waited for: a lead whose turn comes now would keep them waiting.
  shutdown.before(() => application.quiesce())
  gate.open(app.getRequestHandler())
  return application
}

async function started() {
  try {
    return await expectApplication()
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error))
  }
}
