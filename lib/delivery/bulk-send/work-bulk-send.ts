import type { BulkSendStore } from './bulk-send-store'

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

/** One step of a bulk: gives the free places to the next leads, then books the next step or ends the bulk. */
export async function workBulkSend({ store, now, places }: Ports, id: string): Promise<void> {
  const underWay = await fillPlaces(store, id, { places, now })
  if (underWay === 0) await store.endIfThrough(id, now())
  await store.bookNext(id, new Date(now().getTime() + pause))
}

async function fillPlaces(
  store: Pick<BulkSendStore, 'underWay' | 'takeTurn'>,
  id: string,
  { places, now }: { places: number; now: () => Date },
): Promise<number> {
  let underWay = await store.underWay(id)
  for (let turns = 0; turns < mostTurns && underWay < places; turns++) {
    const turn = await store.takeTurn(id, now())
    if (turn === null) break
    if (turn === 'taken') underWay++
  }
  return underWay
}
