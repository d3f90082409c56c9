import type { Pool, PoolConfig } from 'pg'
import { someone } from '@/lib/audit/testing/someone'
import { createPrisma } from '@/lib/db/open-database'
import { request } from '@/lib/db/testing/begin-attempt'
import { afterAttempt } from '@/lib/deliveries/after-attempt'
import type { DeliveryStore, OpenAttempt, OutboundLimits } from '@/lib/deliveries/delivery-store'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import { sandbox } from '@/lib/environments/environment'
import { drawsOf } from '../plan'
import { treatmentOf } from '../vitec'
import { Crossing } from './crossing'
import type { Referee } from './referee'

/** What two instances and two people do to leads, each side over one connection, statement by statement in a drawn order. */
export async function interleave(
  seed: number,
  { watcher, config, referee, leads, limits }: Setting,
): Promise<{ statements: number; waits: number }> {
  const draws = drawsOf(seed)
  const crossing = new Crossing(draws, watcher)
  const pools = [crossing.openSide(config), crossing.openSide(config)]
  try {
    const scripts = pools.map((pool, side) => {
      const store = createDeliveryStore({ pool, prisma: createPrisma(pool) }, limits, sandbox)
      return () => playSide(drawsOf(seed * 2 + side), { store, pool, referee, leads })
    })
    await crossing.play(scripts, async () => {
      await referee.letPass(draws.pick([0, 0, 1, 20, 90, 120, 400]))
      await referee.look()
    })
  } finally {
    await Promise.all(pools.map((pool) => pool.end()))
  }
  return crossing
}

export type Setting = {
  /** Of the database that they share. */
  watcher: Pool
  config: PoolConfig
  referee: Referee
  leads: string[]
  limits: OutboundLimits
}
type SideOf = { store: DeliveryStore; pool: Pool; referee: Referee; leads: string[] }

async function playSide(
  draws: ReturnType<typeof drawsOf>,
  { store, pool, referee, leads }: SideOf,
): Promise<void> {
  /** Sent and not settled: also what comes late is settled. */
  let open: OpenAttempt[] = []
  for (let step = 0; step < 9; step++) {
    const drawn = draws.between(1, 10)
    if (drawn <= 6) {
      const turn = await perhapsHeldOpen(() => store.takePlace())
      if (turn.kind !== 'place') continue
      const attempt = await perhapsHeldOpen(() => store.claim(turn, request))
      if (attempt) open.push(attempt)
      if (attempt && draws.chance(0.6)) await settleLast()
    } else if (drawn === 7) await perhapsHeldOpen(() => store.settleInterrupted())
    else if (drawn === 8) {
      const leadId = leads[draws.below(leads.length)] ?? ''
      if (await store.act(leadId, 'send_again', someone)) referee.sentAgain(leadId)
    } else if (drawn === 9) await store.resume('A', someone)
    else await settleLast()
  }
  while (open.length > 0) await settleLast()

  async function settleLast(): Promise<void> {
    const attempt = open.at(-1)
    if (!attempt) return
    open = open.filter((it) => it !== attempt)
    const mood = draws.pick(['well', 'well', 'mixed'] as const)
    const { result } = treatmentOf(mood, draws, `CM${attempt.leadId}`)
    const made = { attemptsMade: attempt.scheduleStep, saysNothingOfVitec: false, random: () => 0 }
    await perhapsHeldOpen(() => store.settle(attempt, result, afterAttempt(result, made)))
  }

  /** Half of the time in a transaction that is ended when its turn comes, so that the other side meets its locks. */
  async function perhapsHeldOpen<T>(work: () => Promise<T>): Promise<T> {
    if (draws.chance(0.5)) return work()
    await pool.query('BEGIN')
    const done = await work()
    await pool.query('COMMIT')
    return done
  }
}
