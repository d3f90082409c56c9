import 'server-only'
import { setIdentify, setLimitIntake } from '@/lib/api/caller'
import { authSecret } from '@/lib/auth/auth-secret'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import { type Database, openDatabase } from '@/lib/db/open-database'
import type { OnMoment } from '@/lib/deliveries/deliver-lead'
import { EnvError, readEnv } from '@/lib/env'
import { assignEnvironments, enterEnvironment } from '@/lib/environments/store/assign-environments'
import { readMarks } from '@/lib/environments/store/marks'
import { recognise } from '@/lib/environments/store/recognise'
import { createJobEngine } from '@/lib/jobs/job-engine'
import { runRecord } from '@/lib/jobs/run-record'
import { startSchedule } from '@/lib/jobs/schedule'
import { log, loggable } from '@/lib/log'
import { listenForOrders } from '@/lib/operator/operator-socket'
import { openLedger } from '@/lib/privacy/ledger/open-ledger'
import { inTime } from '@/lib/time/in-time'
import { createBackups } from './backups'
import { obey } from './operate/obey'
import { prepareAsOwner } from './prepare-as-owner'
import { replayAtStart } from './replay-at-start'
import { createServices } from './services'

/** `setUpLink`: where the first administrator begins; `null` where there is one, or people do not sign in. */
type Started = { database: string; migrationMs: number; setUpLink: string | null }
type Running = {
  started: Started
  leave: () => void
  quiesce: () => Promise<void>
  stop: (deadlineMs: number) => Promise<void>
}

declare global {
  /** What has been started: once per process, also where a dev server loads this anew. */
  var leadApiRunning: Running | undefined
  /** For tests that stop the product where an attempt stands: given to its process before it starts, and by no setting. */
  var leadApiMoment: OnMoment | undefined
}

/**
 * Opens the database, applies migrations, begins to send what is due; once per process, also under dev reloads.
 * Resolves to where the database is and how long the opening took, in ms.
 * @throws {EnvError | DatabaseError} with one line to print.
 */
export async function start(): Promise<Started> {
  if (globalThis.leadApiRunning) return globalThis.leadApiRunning.started
  const env = readEnv(process.env)
  const began = performance.now()
  await prepareAsOwner(env)
  const database = await openDatabase(env)
  const migrationMs = Math.round(performance.now() - began)
  const ledger = await openLedger(env).catch(async (error) => {
    await database.close()
    throw error
  })
  const onError = (error: unknown) => log.error(loggable(error), 'a job failed')
  const ask = runRecord.watch('fetch-jobs', (text: string, values?: unknown[]) =>
    database.pool.query(text, values),
  )
  const jobs = createJobEngine(ask, onError)
  const settings = { ...env, AUTH_SECRET: authSecret(env) }
  const services = createServices(settings, database, jobs, ledger, globalThis.leadApiMoment)
  const { delivery, testDelivery, deliveryStore } = services
  const backups = createBackups(env, database)
  // Before anything is written by a clock that may be wrong.
  await services.retention.beat()
  const missing = await services.vitecAccounts.missingKeys()
  if (missing.length > 0)
    throw new EnvError(
      `SECRETS_KEYS lacks the key ${missing.join(', ')}: customers' Vitec accounts are sealed with it`,
    )
  await recogniseDatabase(database)
  // Before the first thing of this start: what it is must not be taken for what the database was.
  const { environment } = services
  await assignEnvironments(database.prisma, environment, 'open')
  await enterEnvironment(database.prisma, environment)
  if (env.mode === 'sandbox') await seedSandbox(database.prisma)

  // The embedded database has this one process: any attempt still open is of one that is gone.
  await deliveryStore.settleInterrupted(database.kind === 'embedded')
  await replayAtStart(services.erasureLedger, ledger, env)
  await jobs.start({ workBulkSend: services.bulkSends.work })
  delivery.start()
  testDelivery.start()
  const scheduled = startSchedule(
    {
      'assign-environments': async () => ({
        leads: await assignEnvironments(database.prisma, environment, 'all'),
      }),
      'book-bulk-sends': async () => ({ bulk_sends: await services.bulkSends.wake() }),
      'reconcile-erasures': async () => ({ recorded: await services.erasureLedger.reconcile() }),
      'forget-expired': services.forgetExpired,
      'run-retention': async () => ({ anonymised: await services.retention.run() }),
      'make-searchable': async () => ({ leads: await services.searchUpkeep.run() }),
      'run-backups': backups.run,
      'watch-alerts': services.alerts.run,
      'tell-of-devices': async () => services.deviceNotices?.run(),
      'tell-receivers': services.telling.run,
    },
    { record: runRecord, write: services.writeRuns },
  )

  const endOrders =
    database.kind === 'embedded'
      ? await listenForOrders(env.DATA_DIR, (order) => obey(settings, database, order))
      : async () => undefined
  const setUpLink = (await services.people?.setUpLink()) ?? null
  const started = { database: database.place, migrationMs, setUpLink }
  setIdentify(services.identify, services.explainUnknown)
  setLimitIntake(services.limits.intake)
  globalThis.leadApi = services
  globalThis.leadApiRunning = {
    started,
    leave: services.readiness.close,
    async quiesce() {
      services.readiness.close()
      // Whatever is waited for comes after: an attempt that begins meanwhile would be cut off.
      delivery.close()
      testDelivery.close()
      scheduled.stop()
      services.retention.close()
      services.searchUpkeep.close()
      services.alerts.close()
      services.telling.close()
      services.deviceNotices?.close()
      await Promise.all([backups.close(), endOrders(), jobs.pause()])
    },
    async stop(deadlineMs) {
      globalThis.leadApi = undefined
      globalThis.leadApiRunning = undefined
      setIdentify(undefined)
      setLimitIntake(undefined)
      await inTime(
        Promise.all([
          jobs.stop(deadlineMs),
          delivery.drain(),
          testDelivery.drain(),
          services.alerts.drain(),
          services.telling.drain(),
          services.deviceNotices?.drain(),
        ]),
        deadlineMs,
        undefined,
      )
      await database.close()
    },
  }
  return started
}

/** A copy of a database holds all sending from here on; the log says so, and which marks there are to know one by. */
async function recogniseDatabase(database: Database): Promise<void> {
  const marks = await readMarks(database)
  if (database.kind === 'postgres' && marks.system === undefined)
    log.warn(
      'pg_control_system() may not be read: a copy of this database on another server may not be recognised',
    )
  if (database.kind === 'embedded' && marks.folderBirth === undefined)
    log.warn(
      'the file system keeps no time of birth: a copy of the database is known by its inode and device alone',
    )
  if ((await recognise(database.prisma, marks)) === 'other')
    log.warn('the database was restored, copied or moved: nothing is sent until an administrator lets it go')
}

/** Says that it is not ready: nothing more is to be sent to it. */
export function leave(): void {
  globalThis.leadApiRunning?.leave()
}

/** Begins no more attempts; requests are answered as before. After {@link leave}, where there is time. */
export async function quiesce(): Promise<void> {
  await globalThis.leadApiRunning?.quiesce()
}

/** Lets attempts in flight end within `deadlineMs`, closes the database. After {@link quiesce}. */
export async function stop(deadlineMs: number): Promise<void> {
  await globalThis.leadApiRunning?.stop(deadlineMs)
}
