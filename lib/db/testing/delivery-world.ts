import { afterAttempt } from '@/lib/delivery/after-attempt'
import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { DeliveryStore, OpenAttempt } from '@/lib/delivery/delivery-store'
import type { Database } from '../open-database'
import { beginAttempt } from './begin-attempt'
import { abandonedAfter, type Model, type ModelAction } from './delivery-model'
import { storeLead } from './store-lead'

const nothing = { httpStatus: null, answer: null, word: 'x' }
const results: Record<AttemptResult['outcome'], AttemptResult> = {
  delivered: { outcome: 'delivered', httpStatus: 200, answer: '"CM1"', vitecLeadId: 'CM1' },
  rejected: { ...nothing, outcome: 'rejected', httpStatus: 400 },
  unknown: { ...nothing, outcome: 'unknown', errorKind: 'timeout' },
  not_sent: { ...nothing, outcome: 'not_sent', errorKind: 'refused', retryAfterMs: null },
  not_saved: { ...nothing, outcome: 'not_saved', errorKind: 'server_error', retryAfterMs: null },
  misconfigured: { ...nothing, outcome: 'misconfigured', httpStatus: 403, errorKind: 'rights' },
}

/** Leads of a store that is real, to which the same is done as to a model. */
export type DeliveryWorld = {
  /** Does it at a time in ms, and answers in the model's words. */
  apply(action: ModelAction, now: number): Promise<unknown>
  read(now: number): Promise<WorldState>
}

/** What the store holds, in the model's words, and the attempts of each lead. */
export type WorldState = { model: Model; attempts: { number: number; endedAt: Date | null }[][] }

/** Stores leads for the customers given by number, all due at once. No customer has leads of another world. */
export async function createWorld(
  database: Database,
  store: DeliveryStore,
  customers: number[],
  now: number,
): Promise<DeliveryWorld> {
  const world = crypto.randomUUID().slice(0, 8)
  const customerId = (customer: number) => `C${world}-${customer}`
  const ids: string[] = []
  for (const [at, customer] of customers.entries()) {
    // Of different ages, so that it is told which one a probe takes.
    const received = new Date(now - customers.length + at)
    ids.push(await storeLead(database, { customerId: customerId(customer), at: received }))
  }
  const begun = new Map<string, OpenAttempt>()
  const idOf = (lead: number) => ids[lead] ?? ''

  async function apply(action: ModelAction, ms: number): Promise<unknown> {
    const at = new Date(ms)
    switch (action.do) {
      case 'open': {
        const attempt = await beginAttempt(store, idOf(action.lead), at, action.reason)
        if (attempt) begun.set(`${action.lead}/${attempt.number}`, attempt)
        return attempt?.number ?? null
      }
      case 'close': {
        const attempt = begun.get(`${action.lead}/${action.attempt}`)
        if (!attempt) throw new Error('an attempt is closed that has not begun')
        const result = results[action.outcome]
        const made = { attemptsMade: attempt.scheduleStep, now: at, random: () => 0 }
        await store.closeAttempt(attempt, result, afterAttempt(result, made), at)
        return null
      }
      case 'act':
        return store.act(idOf(action.lead), action.action, at)
      case 'resume':
        return store.resume(customerId(action.customer), at)
      case 'probes': {
        const due = await store.probes(at)
        return ids.flatMap((id, lead) => (due.includes(id) ? [lead] : []))
      }
      case 'sweep':
        await store.settleInterrupted(new Date(ms - abandonedAfter), at)
        return null
    }
  }

  async function read(ms: number): Promise<WorldState> {
    const rows = await database.prisma.lead.findMany({
      where: { id: { in: ids } },
      orderBy: { receivedAt: 'asc' },
      select: {
        status: true,
        nextAttemptAt: true,
        attemptCount: true,
        scheduleStep: true,
        attempts: { orderBy: { number: 'asc' }, select: { number: true, startedAt: true, endedAt: true } },
      },
    })
    const pauses = await database.prisma.deliveryPause.findMany({
      where: { vitecCustomerId: { startsWith: `C${world}-` } },
      select: { vitecCustomerId: true, since: true, nextProbeAt: true },
    })
    const leads = rows.map((row, lead) => ({
      customer: customers[lead] ?? -1,
      status: row.status,
      dueAt: row.nextAttemptAt?.getTime() ?? null,
      attempts: row.attemptCount,
      step: row.scheduleStep,
      openSince: row.attempts.find(({ endedAt }) => endedAt === null)?.startedAt.getTime() ?? null,
    }))
    const pauseOf = (customer: number) => {
      const pause = pauses.find(({ vitecCustomerId }) => vitecCustomerId === customerId(customer))
      return pause ? { since: pause.since.getTime(), nextProbeAt: pause.nextProbeAt.getTime() } : null
    }
    const model = { now: ms, leads, pauses: Array.from(new Set(customers), pauseOf) }
    return { model, attempts: rows.map(({ attempts }) => attempts) }
  }
  return { apply, read }
}
