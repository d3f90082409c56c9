import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import {
  type BulkSendCount,
  type BulkSendList,
  type BulkSendRequest,
  type BulkSendView,
  type ChosenLeads,
  mostLeads,
} from './bulk-send'
import type { BulkSendStore } from './bulk-send-store'

/** How long a bulk that is over stands among the recent ones, in ms. */
const shownFor = 3_600_000

/**
 * Sending many leads again, as the rest of the application uses it.
 * @param perSecond attempts that may begin in a second; as many as in two are under way for one bulk
 * @param wake tells delivery that leads have become due
 */
export function createBulkSends(store: BulkSendStore, perSecond: number, wake: () => void) {
  const now = () => new Date()
  const read = async (id: string): Promise<BulkSendView> => {
    const found = await store.read(id)
    if (!found) throw new AppError('not_found', 'There is nothing with that id.')
    return found
  }
  return {
    count: async (chosen: ChosenLeads): Promise<BulkSendCount> => ({
      total: await store.count(chosen),
      most: mostLeads,
    }),
    /** @throws {AppError} `set_changed`, `too_many`, `id_reused` */
    begin: (request: BulkSendRequest, requester: Requester): Promise<BulkSendView> =>
      beginBulkSend(store, request, now(), requester),
    /** @throws {AppError} `not_found` */
    read,
    /** Those that run, and those of the last hour. */
    recent: async (): Promise<BulkSendList> => ({
      bulkSends: await store.recent(new Date(Date.now() - shownFor)),
    }),
    /** Leaves alone all leads whose turn has not come. @throws {AppError} `not_found`, `not_allowed` */
    async cancel(id: string, requester: Requester): Promise<BulkSendView> {
      const found = await read(id)
      if (await store.cancel(found.id, now(), requester)) return read(id)
      throw new AppError('not_allowed', 'It is over already.')
    },
    /** For the job engine: one step of a bulk; never throws. */
    async work(id: string): Promise<void> {
      const began = performance.now()
      const ms = () => Math.round(performance.now() - began)
      try {
        const { taken, skipped, underWay } = await workBulkSend({ store, now, places: 2 * perSecond }, id)
        const line = { bulk_send_id: id, ms: ms(), taken, skipped, under_way: underWay }
        log[taken + skipped > 0 ? 'info' : 'debug'](line, 'a step of a bulk ended')
      } catch (error) {
        log.error({ bulk_send_id: id, ms: ms(), ...loggable(error) }, 'a step of a bulk failed')
      } finally {
        wake()
      }
    },
    /** Books a step for every running bulk that a crash has left without. Resolves to the number of those that run. */
    wake: (): Promise<number> => store.bookAll(now()),
  }
}

/**
 * Sends again the leads that a person was shown the number of: a person sends only what they saw.
 * @throws {AppError} `too_many`; `set_changed` with the new number, `total`; `id_reused`.
 */
async function beginBulkSend(
  store: Pick<BulkSendStore, 'begin' | 'read'>,
  request: BulkSendRequest,
  now: Date,
  requester: Requester,
): Promise<BulkSendView> {
  const begun = await store.begin(request, now, requester)
  if (begun.kind === 'changed') throw refusal(begun.total)
  if (begun.kind === 'other') throw new AppError('id_reused', 'That id is of another act. Nothing was sent.')
  const view = await store.read(request.id)
  if (!view) throw new Error('a bulk that has just begun is gone')
  return view
}

function refusal(total: number): AppError {
  if (total > mostLeads) {
    return new AppError('too_many', `At most ${mostLeads} leads can be sent at a time.`, { most: mostLeads })
  }
  return new AppError('set_changed', `There are ${total} such leads now; nothing was sent.`, { total })
}

/** How soon there may be room for more, in ms. */
const pause = 500

/** Turns of leads that are skipped cost no place; a step is short nevertheless. */
const mostTurns = 200

type Ports = {
  store: Pick<BulkSendStore, 'underWay' | 'takeTurn' | 'endIfThrough' | 'bookNext'>
  now: () => Date
  /** So many leads of a bulk are under way at the same time: what is not yet under way can be cancelled. */
  places: number
}

/** `underWay`: of all its leads, after the step. */
type Step = { taken: number; skipped: number; underWay: number }

/** One step of a bulk: gives the free places to the next leads, then books the next step or ends the bulk. */
export async function workBulkSend({ store, now, places }: Ports, id: string): Promise<Step> {
  const step = await fillPlaces(store, id, { places, now })
  if (step.underWay === 0) await store.endIfThrough(id, now())
  await store.bookNext(id, new Date(now().getTime() + pause))
  return step
}

async function fillPlaces(
  store: Pick<BulkSendStore, 'underWay' | 'takeTurn'>,
  id: string,
  { places, now }: { places: number; now: () => Date },
): Promise<Step> {
  const step = { taken: 0, skipped: 0, underWay: await store.underWay(id) }
  for (let turns = 0; turns < mostTurns && step.underWay < places; turns++) {
    const turn = await store.takeTurn(id, now())
    if (turn === null) break
    step[turn]++
    if (turn === 'taken') step.underWay++
  }
  return step
}
