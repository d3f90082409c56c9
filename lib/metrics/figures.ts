import { Counter, Gauge, type Registry } from 'prom-client'
import { leadChannelSchema, leadStatuses } from '@/lib/leads/lead'
import { attemptOutcomeSchema } from '@/lib/leads/lead-view'
import { retentionStates } from '@/lib/privacy/retention-run'

type Count<L extends string> = { [K in L]: string } & { count: number }

/** What the database knows, over all instances. Times are seconds since 1970, `null` where it has not happened. */
export type DatabaseFigures = {
  leads: Count<'status' | 'channel'>[]
  attempts: Count<'outcome'>[]
  /** Leads that wait to be sent from here; the age of the oldest in seconds. */
  waiting: { count: number; oldestAgeS: number }
  pausedCustomers: number
  breakers: { customer: number; vitec: number }
  placesInUse: number
  sendingHeld: number
  databaseBytes: number
  retention: { state: string | null; endedAt: number | null }
  backup: { verifiedAt: number | null; failedAt: number | null }
  alerts: Count<'kind'>[]
  runs: { name: string; endedAt: number | null; failedAt: number | null }[]
}

/** What this process knows of itself and of its machine. */
export type ProcessFigures = {
  version: string
  places: number
  pool: { total: number; idle: number; waiting: number }
  /** Of the disk that DATA_DIR is on; `null` where it cannot be told. */
  disk: { freeBytes: number; totalBytes: number } | null
}

/** Writes figures down in a registry of their own: what is not known then has no value, rather than an old one. */
export function registerFigures(
  registry: Registry,
  { version, places, pool, disk }: ProcessFigures,
  figures: DatabaseFigures | null,
): void {
  const registers = [registry]
  const gauge = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge<L>({ name: `lead_api_${name}`, help, labelNames, registers })
  const one = (name: string, help: string, value: number | null) => {
    const made = gauge(name, help)
    // Named all the same, so that one sees what there will be.
    if (value === null) made.remove()
    else made.set(value)
  }
  gauge('build_info', 'Always 1; says which version runs.', ['version', 'node']).set(
    { version, node: process.version },
    1,
  )
  one('database_up', 'Whether the database answered this scrape.', figures ? 1 : 0)
  one('places', 'Attempts that may be under way at once, over all instances.', places)
  const connections = gauge('database_pool_connections', 'Connections of this instance.', ['state'])
  connections.set({ state: 'total' }, pool.total)
  connections.set({ state: 'idle' }, pool.idle)
  one('database_pool_waiting', 'Statements that wait for a connection of this instance.', pool.waiting)
  one('disk_free_bytes', 'Free for the service on the disk of DATA_DIR.', disk?.freeBytes ?? null)
  one('disk_size_bytes', 'The size of the disk of DATA_DIR.', disk?.totalBytes ?? null)
  if (figures) registerDatabase(registers, gauge, one, figures)
}

type MakeGauge = <L extends string = never>(name: string, help: string, labelNames?: L[]) => Gauge<L>
type One = (name: string, help: string, value: number | null) => void

function registerDatabase(registers: Registry[], gauge: MakeGauge, one: One, figures: DatabaseFigures): void {
  const { waiting, breakers, retention, backup } = figures
  const leads = gauge('leads', 'Leads that are there, by how they stand.', ['status', 'channel'])
  // What has not happened yet is a 0, so that the first time is a rise.
  for (const status of leadStatuses)
    for (const channel of leadChannelSchema.options) leads.set({ status, channel }, 0)
  for (const { count, ...labels } of figures.leads) leads.set(labels, count)
  const attempts = new Counter({
    name: 'lead_api_attempts_total',
    help: 'Attempts that have ended, over all instances. One that was answered after it was given up counts as both.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of attemptOutcomeSchema.options) attempts.inc({ outcome }, 0)
  for (const { count, ...labels } of figures.attempts) attempts.inc(labels, count)
  one('leads_waiting', 'Leads that wait to be sent from here.', waiting.count)
  one('leads_waiting_oldest_age_seconds', 'How long the oldest of them has waited.', waiting.oldestAgeS)
  one(
    'customers_paused',
    'Customers that nothing is sent to until somebody mends something.',
    figures.pausedCustomers,
  )
  const open = gauge('breakers_open', 'Breakers that are open: of customers, and that of Vitec as a whole.', [
    'of',
  ])
  open.set({ of: 'customer' }, breakers.customer)
  open.set({ of: 'vitec' }, breakers.vitec)
  one('places_in_use', 'Attempts under way or about to begin, over all instances.', figures.placesInUse)
  one('sending_held', 'Whether all sending is held.', figures.sendingHeld)
  one('database_size_bytes', 'The size of the database.', figures.databaseBytes)
  const state = gauge('retention_last_state', 'The state of the newest night run is 1.', ['state'])
  for (const name of retentionStates) state.set({ state: name }, name === retention.state ? 1 : 0)
  one('retention_last_end_timestamp_seconds', 'When a night run last came to its end.', retention.endedAt)
  one('backup_last_verified_timestamp_seconds', 'When a backup was last verified.', backup.verifiedAt)
  one('backup_last_failed_timestamp_seconds', 'When a backup last failed.', backup.failedAt)
  const alerts = gauge('alerts_open', 'States that an operator has to know of.', ['kind'])
  for (const { kind, count } of figures.alerts) alerts.set({ kind }, count)
  const ended = gauge('run_last_end_timestamp_seconds', 'When what runs by itself last came to its end.', [
    'name',
  ])
  const failed = gauge('run_last_failure_timestamp_seconds', 'When what runs by itself last failed.', [
    'name',
  ])
  for (const { name, endedAt, failedAt } of figures.runs) {
    if (endedAt !== null) ended.set({ name }, endedAt)
    if (failedAt !== null) failed.set({ name }, failedAt)
  }
}
