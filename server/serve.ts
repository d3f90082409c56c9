import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Gate } from './gate'
import { type Application, expectApplication } from './handover'
import { readPackedFiles, servePacked } from './packed-files'
import { StartError } from './start-error'

export interface ServeOptions {
  /** The project's folder. */
  root: string
  dev: boolean
  /** Has something done before the process ends, last added first. */
  before: (stop: (deadlineMs: number) => Promise<unknown>) => void
  /** Has something done as soon as the end is asked for; the time that it takes is not counted. */
  first: (leave: () => Promise<unknown>) => void
}

interface Place {
  host: string
  port: number
  /** In ms, from when it is asked to end: so long it goes on, and tells that nothing more is to be sent to it. */
  drainWaitMs: number
  /** In ms: a connection that is idle for so long then is ended. */
  graceMs: number
  /** Takes the address, where it was not taken before. */
  listen: () => Promise<unknown>
}

/**
 * Starts Next behind the gate, in this process, and with it the application (see instrumentation.ts).
 * @throws {StartError} when the application cannot start; Next alone would go on and answer 500
 */
export async function serve(
  gate: Gate,
  { root, dev, before, first, host, port, drainWaitMs, graceMs, listen }: ServeOptions & Place,
): Promise<Application> {
  const { default: next } = await import('next')
  if (dev) gate.acceptUpgrades()
  // Next takes upgrades over from the server it is given, and leaves most of them open without a time limit.
  const httpServer = dev ? gate.server : createServer()
  const app = next({ dev, dir: root, hostname: host, port, httpServer, quiet: true })
  before(() => app.close())
  const [application] = await Promise.all([started(), app.prepare()])
  before((deadlineMs) => application.stop(deadlineMs))
  before(() => gate.close(graceMs))
  // Before the requests under way are waited for: a lead whose turn comes now would keep them waiting.
  before(() => application.quiesce())
  const handle = app.getRequestHandler()
  gate.open(dev ? handle : servePacked(await readPackedFiles(root), handle))
  await listen()
  first(async () => {
    application.leave()
    gate.leave()
    await pause(drainWaitMs)
  })
  return application
}

async function started(): Promise<Application> {
  try {
    return await expectApplication()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // Prisma says in several lines where it was asked, and in the last what the database said.
    throw new StartError(message.trim().split('\n').at(-1) ?? '')
  }
}
