import 'server-only'
import type { Database } from '@/lib/db/open-database'
import { type Env, sourceOf } from '@/lib/env'
import type { EnvironmentId } from '@/lib/environments/environment'
import { runRecord } from '@/lib/jobs/run-record'
import { schedule } from '@/lib/jobs/schedule'
import { createSystem } from '@/lib/system/read-system'
import { type ScheduledName, scheduledNames } from '@/lib/system/scheduled-run'
import { shownSettings } from '@/lib/system/shown-settings'
import { freeDisk, readFacts } from '@/lib/system/store/create-system-store'
import type { OwnFacts } from '@/lib/system/system-view'
import { version } from '@/lib/version'
import { outboundLimits, retentionOf } from './from-env'

/** How the service is, for its administrators. */
export function createSystemOf(env: Env, database: Database, environment: EnvironmentId) {
  return createSystem({
    own: ownFacts(env, database, environment),
    readFacts: () => readFacts(database.prisma, environment),
    freeDisk: () => freeDisk(env.DATA_DIR),
    notes: runRecord.notes,
    everyMs: everyMs(),
  })
}

function ownFacts(env: Env, { kind, place }: Database, environment: EnvironmentId): OwnFacts {
  const { atOnce, perSecond } = outboundLimits(env)
  return {
    version,
    mode: env.mode,
    access: env.access,
    environment,
    instance: {
      id: crypto.randomUUID().slice(0, 8),
      startedAt: new Date(performance.timeOrigin).toISOString(),
      node: process.versions.node,
    },
    // DATA_DIR, among the settings, says where the embedded one is.
    database: { kind, place: kind === 'postgres' ? place : null },
    limits: {
      atOnce,
      perSecond,
      timeoutS: env.VITEC_TIMEOUT_S,
      addressPerMinute: env.ADDRESS_MAX_PER_MINUTE,
      retentionMonths: retentionOf(env).months,
    },
    settings: shownSettings(env, sourceOf),
  }
}

function everyMs(): Record<ScheduledName, number> {
  const entries = scheduledNames.map((name) => [name, schedule[name].everyMs])
  // Made of every name.
  return Object.fromEntries(entries) as Record<ScheduledName, number>
}
