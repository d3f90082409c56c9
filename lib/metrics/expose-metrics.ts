import { createHash, timingSafeEqual } from 'node:crypto'
import { Registry } from 'prom-client'
import type { Env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import { inTime } from '@/lib/time/in-time'
import { type DatabaseFigures, type ProcessFigures, registerFigures } from './figures'
import { processMetrics } from './process-metrics'

/** In ms: how long a scrape waits for the database, and how long what it said is good for other scrapes. */
const limits = { databaseMs: 3_000, goodForMs: 5_000 }

type Ports = {
  /** Rejects where the database does not answer. */
  readFigures: () => Promise<DatabaseFigures>
  pool: { totalCount: number; idleCount: number; waitingCount: number }
  /** Room on the disk of DATA_DIR, in bytes. Rejects where that cannot be told. */
  freeDisk: () => Promise<ProcessFigures['disk']>
  version: string
  /** Attempts that may be under way at once. */
  places: number
  settings: Pick<Env, 'METRICS_TOKEN' | 'access'>
  waitMs?: number
}

/** What Prometheus scrapes of this instance: what it has done, and what the database knows of all. */
export function createMetrics(ports: Ports) {
  const { readFigures, pool, freeDisk, version, places, settings, waitMs = limits.databaseMs } = ports
  let known: { until: number; figures: Promise<DatabaseFigures | null> } | null = null
  let isAway = false

  async function ask(): Promise<DatabaseFigures | null> {
    try {
      const figures = await inTime(readFigures(), waitMs, null)
      if (figures === null)
        throw Object.assign(new Error('the database kept a scrape waiting'), { code: 'KEPT_WAITING' })
      isAway = false
      return figures
    } catch (error) {
      // Of failures in a row the first is told: a scrape comes every few seconds.
      if (!isAway) log.warn(loggable(error), 'the metrics lack what the database knows')
      isAway = true
      return null
    }
  }

  /** However many scrape at once, the database is asked once. */
  function figures(): Promise<DatabaseFigures | null> {
    if (!known || performance.now() > known.until) {
      const asked = { until: Number.POSITIVE_INFINITY, figures: ask() }
      known = asked
      asked.figures.then(() => {
        asked.until = performance.now() + limits.goodForMs
      })
    }
    return known.figures
  }

  return {
    /**
     * In Prometheus' text format; what the database knows only where that answers within 3 s.
     * @throws {AppError} as {@link requireMetricsToken}
     */
    async scrape(headers: Headers): Promise<{ body: string; contentType: string }> {
      requireMetricsToken(headers, settings)
      const [fromDatabase, disk] = await Promise.all([figures(), freeDisk().catch(() => null)])
      const own: ProcessFigures = {
        ...{ version, places, disk },
        pool: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
      }
      const registry = new Registry()
      registerFigures(registry, own, fromDatabase)
      const { registry: ofProcess } = processMetrics()
      const parts = await Promise.all([registry.metrics(), ofProcess.metrics()])
      return { body: parts.join('\n'), contentType: ofProcess.contentType }
    },
  }
}

/**
 * Lets in who has the token of METRICS_TOKEN; everybody where there is none and the sandbox is open.
 * @throws {AppError} `unauthenticated` for a wrong token or none, `not_found` where there is no token to have
 */
function requireMetricsToken(
  headers: Headers,
  { METRICS_TOKEN: token, access }: Pick<Env, 'METRICS_TOKEN' | 'access'>,
): void {
  if (token === undefined) {
    if (access === 'open') return
    throw new AppError('not_found', 'There are no metrics here: METRICS_TOKEN is not set.')
  }
  const given = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (given === undefined || !timingSafeEqual(digest(given), digest(token)))
    throw new AppError('unauthenticated', 'Send Authorization: Bearer with the token in METRICS_TOKEN.')
}

/** Of one length, whatever is compared. */
const digest = (text: string) => createHash('sha256').update(text).digest()
