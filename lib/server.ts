import 'server-only'
import { seedSandbox } from '@/lib/db/lead-source/seed-sandbox'
import { openDatabase } from '@/lib/db/open-database'
import { EnvError, readEnv } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { identifyWith } from '@/lib/http/identify'
import { limitIntakeWith } from '@/lib/http/limit-intake'
import { createJobEngine } from '@/lib/jobs/job-engine'
import { onceANight } from '@/lib/jobs/once-a-night'
import { startSweeping } from '@/lib/jobs/start-sweeping'
import { sweepInterrupted, sweepWaiting } from '@/lib/jobs/sweep'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'
import { createServices, type Services } from './server/services'

/** How much longer than Vitec's time limit an attempt may stay open before its process must be gone, in ms. */
const abandonedMargin = 30_000

/** `setUpLink`: where the first administrator begins; `null` where there is one, or nobody signs in. */
type Started = { database: string; migrationMs: number; setUpLink: string | null }
type Running = {
  services: Services
  started: Started
  quiesce: () => Promise<void>
  stop: (deadlineMs: number) => Promise<void>
}

declare global {
  /** Next bundles routes and instrumentation apart: what the process has one of is kept where both find it. */
  var leadApi: Running | undefined
}

/** What routes and pages may use. @throws {AppError} `unavailable` before the start has ended and after the stop. */
export function server(): Services {
  if (!globalThis.leadApi)
    throw new AppError('unavailable', 'The service is starting or stopping. Try again.')
  return globalThis.leadApi.services
}

/**
 * Opens the database, applies migrations, starts the job engine; once per process, also under dev reloads.
 * Resolves to where the database is and how long the opening took, in ms.
 * @throws {EnvError | DatabaseError} with one line to print.
 */
export async function start(): Promise<Started> {
  if (globalThis.leadApi) return globalThis.leadApi.started
  const env = readEnv(process.env)
  const began = performance.now()
  const database = await openDatabase(env)
  const migrationMs = Math.round(performance.now() - began)
  const onError = (error: unknown) => log.error(loggable(error), 'a job failed')
  const jobs = createJobEngine((text, values) => database.pool.query(text, values), onError, {
    atOnce: env.VITEC_MAX_CONCURRENT,
    perSecond: env.VITEC_MAX_PER_SECOND,
  })
  const services = createServices(env, database, jobs)
  const { delivery, deliveryStore } = services
  const missing = await services.vitecAccounts.missingKeys()
  if (missing.length > 0)
    throw new EnvError(
      `SECRETS_KEYS lacks the key ${missing.join(', ')}: customers' Vitec accounts are sealed with it`,
    )
  if (env.mode === 'sandbox') await seedSandbox(database.prisma)

  const now = () => new Date()
  const ports = { store: deliveryStore, deliver: delivery.deliver, probe: delivery.probe, now }
  const limit = env.VITEC_TIMEOUT_S * 1000 + abandonedMargin
  // The embedded database has this one process: any attempt still open is of one that is gone.
  await sweepInterrupted(ports, database.kind === 'embedded' ? 0 : limit)
  await jobs.start({ deliver: delivery.deliver, workBulkSend: services.bulkSends.work })
  const sweeping = [
    startSweeping(() => sweepInterrupted(ports, limit), onError),
    startSweeping(() => sweepWaiting(ports), onError),
    startSweeping(() => services.bulkSends.wake(), onError),
    startSweeping(() => services.limits.forgetExpired(), onError),
    startSweeping(() => services.idempotency.forgetExpired(now()), onError),
    startSweeping(onceANight(services.privacy.expire, now), onError),
    startSweeping(async () => services.people?.forgetExpired(), onError),
  ]

  const setUpLink = (await services.people?.setUpLink()) ?? null
  const started = { database: database.place, migrationMs, setUpLink }
  identifyWith(services.identify)
  limitIntakeWith(services.limits.intake)
  globalThis.leadApi = {
    services,
    started,
    async quiesce() {
      for (const sweep of sweeping) sweep.stop()
      delivery.close()
      services.privacy.close()
      await jobs.pause()
    },
    async stop(deadlineMs) {
      globalThis.leadApi = undefined
      identifyWith(undefined)
      limitIntakeWith(undefined)
      await Promise.race([
        Promise.all([jobs.stop(deadlineMs), delivery.drain()]),
        new Promise((resolve) => setTimeout(resolve, deadlineMs).unref()),
      ])
      await database.close()
    },
  }
  return started
}

/** Begins no more attempts; requests are answered as before. The first thing to do when asked to stop. */
export async function quiesce(): Promise<void> {
  await globalThis.leadApi?.quiesce()
}

/** Lets attempts in flight end within `deadlineMs`, closes the database. After {@link quiesce}. */
export async function stop(deadlineMs: number): Promise<void> {
  await globalThis.leadApi?.stop(deadlineMs)
}
