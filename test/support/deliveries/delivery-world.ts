import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OpenAttempt } from '@/lib/deliveries/delivery-store'
import { sandbox } from '@/lib/environments/environment'
import { beginHold, createHoldStore } from '@/lib/sending/store/create-hold-store'
import { someone } from '@/test/support/audit/someone'
import { storeLead } from '../leads/store-lead'
import type { TimedDelivery } from './begin-attempt'
import type { Model, ModelAction } from './delivery-model'

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
  /** Does it at a time in ms, perhaps beside something else, and answers in the model's words. */
  apply(action: ModelAction, now: number, isBesideAnother: boolean): Promise<unknown>
  read(now: number): Promise<WorldState>
}

/** What the store holds, in the model's words, and the attempts of each lead. */
export type WorldState = { model: Model; attempts: { number: number; endedAt: Date | null }[][] }

/** Stores leads for the customers given by number, all due at once. No customer has leads of another world. */
export async function createWorld(
  database: Database,
  stores: { here: TimedDelivery; elsewhere: TimedDelivery },
  customers: number[],
  now: number,
): Promise<DeliveryWorld> {
  const world = crypto.randomUUID().slice(0, 8)
  const store = stores.here
  const holds = createHoldStore(database.prisma, sandbox)
  await database.prisma.sendingHold.deleteMany()
  const customerId = (customer: number) => `C${world}-${customer}`
  const ids: string[] = []
  for (const [at, customer] of customers.entries()) {
    // Of different ages, so that it is told which one a probe takes.
    const received = new Date(now - customers.length + at)
    ids.push(await storeLead(database, { customerId: customerId(customer), at: received }))
  }
  const begun = new Map<string, OpenAttempt>()
  /** The hold that stood when the world was last read. */
  let seenHold: string | null = null
  const idOf = (lead: number) => ids[lead] ?? ''

  async function apply(action: ModelAction, ms: number, isBesideAnother: boolean): Promise<unknown> {
    const at = new Date(ms)
    switch (action.do) {
      case 'open': {
        // A lead that is locked at the moment is passed over, and taken in the next turn.
        const moments = isBesideAnother ? [0, 5, 20, 50] : [0]
        let attempt: OpenAttempt | null = null
        for (const moment of moments) {
          if (attempt) break
          await delay(moment)
          attempt = await stores[action.from].begin(idOf(action.lead), at)
        }
        if (attempt) begun.set(`${action.lead}/${attempt.number}`, attempt)
        return attempt?.number ?? null
      }
      case 'close': {
        const attempt = begun.get(`${action.lead}/${action.attempt}`)
        if (!attempt) throw new Error('an attempt is closed that has not begun')
        await store.close(attempt, results[action.outcome], at)
        return null
      }
      case 'act':
        return stores[action.from].act(idOf(action.lead), action.action, at, someone)
      case 'resume':
        return store.resume(customerId(action.customer), at, someone)
      case 'hold':
        return holds.begin(someone)
      case 'restore':
        return database.prisma.$transaction((transaction) =>
          beginHold(transaction, { reason: 'restored', actor: 'system', from: 'none' }),
        )
      case 'lift':
        return seenHold !== null && holds.lift(seenHold, someone)
      case 'release': {
        const filter = { customer: null, status: null, leadId: idOf(action.lead), environment: null }
        const until = new Date(now).toISOString()
        const asked = {
          id: crypto.randomUUID(),
          action: 'release',
          filter,
          until,
          expected: 1,
          after: null,
        } as const
        const step = await holds.step(asked, someone)
        return step.kind === 'done' ? step.done : step
      }
      case 'sweep':
        await (await store.at(at)).settleInterrupted()
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
        releasedFrom: true,
        settledFrom: true,
        vitecLeadId: true,
        attempts: {
          orderBy: { number: 'asc' },
          select: { number: true, startedAt: true, endedAt: true, errorKind: true, answeredLateAt: true },
        },
      },
    })
    const pauses = await database.prisma.customerPause.findMany({
      where: { vitecCustomerId: { startsWith: `C${world}-` } },
      select: { vitecCustomerId: true, since: true, nextProbeAt: true },
    })
    const hold = await database.prisma.sendingHold.findUnique({ where: { number: 1 } })
    const leads = rows.map((row, lead) => ({
      customer: customers[lead] ?? -1,
      status: row.status,
      dueAt: row.nextAttemptAt?.getTime() ?? null,
      attempts: row.attemptCount,
      step: row.scheduleStep,
      openSince: row.attempts.find(({ endedAt }) => endedAt === null)?.startedAt.getTime() ?? null,
      began: row.attempts.at(-1)?.startedAt.getTime() ?? null,
      released: hold !== null && row.releasedFrom === hold.id,
      interrupted: isInterrupted(row.attempts.at(-1)),
      settledFrom: row.vitecLeadId === null ? row.settledFrom : null,
    }))
    const pauseOf = (customer: number) => {
      const pause = pauses.find(({ vitecCustomerId }) => vitecCustomerId === customerId(customer))
      return pause ? { since: pause.since.getTime(), nextProbeAt: pause.nextProbeAt.getTime() } : null
    }
    const model = {
      now: ms,
      leads,
      pauses: Array.from(new Set(customers), pauseOf),
      hold: hold && { reason: hold.reason, unseen: hold.id !== seenHold },
    }
    seenHold = hold?.id ?? null
    return { model, attempts: rows.map(({ attempts }) => attempts) }
  }
  return { apply, read }
}

type LastAttempt = { errorKind: string | null; answeredLateAt: Date | null }

const isInterrupted = (attempt: LastAttempt | undefined): boolean =>
  attempt?.errorKind === 'interrupted' && attempt.answeredLateAt === null
