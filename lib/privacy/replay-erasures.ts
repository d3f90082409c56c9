import { DatabaseError } from '@/lib/db/database-error'
import type { Env } from '@/lib/env'
import { log, loggable } from '@/lib/log'
import type { ErasedAgain, ErasureLedger, FoundLine, LedgerLine, LedgerStore } from './erasure-ledger'
import type { LedgerKeeping } from './keep-ledger'
import type { OpenedLedger } from './ledger/open-ledger'

/**
 * Has the database forget what the ledger says was erased, before anybody is answered and anything is sent; and says
 * where the ledger may not be where a restore leaves it alone.
 * @throws {DatabaseError} in one line, because those who were erased would be served
 */
export async function replayAtStart(
  keeping: Pick<LedgerKeeping, 'reconcile'>,
  { place, isNew }: Pick<OpenedLedger, 'place' | 'isNew'>,
  { mode, DATABASE_URL, ERASURE_LEDGER }: Pick<Env, 'mode' | 'DATABASE_URL' | 'ERASURE_LEDGER'>,
): Promise<void> {
  const recorded = await keeping.reconcile().catch((error) => {
    log.error(loggable(error), 'the erasures were not replayed')
    const { code, error: name } = loggable(error)
    throw new DatabaseError(`The erasures in ${place} cannot be replayed: ${code ?? name}`, { cause: error })
  })
  if (isNew && recorded > 0)
    log.warn(
      { place, recorded },
      'the ledger of erasures is new: if the database was restored, put the old ledger back, and start again',
    )
  if (mode === 'live' && DATABASE_URL === undefined && ERASURE_LEDGER === undefined)
    log.warn(
      { place },
      'a restore of the whole data folder takes the ledger of erasures back, too: set ERASURE_LEDGER',
    )
}

/** Lines whose leads are looked up at once. */
const lookedUpAtOnce = 500

/** A transaction ends with the line that makes it so many leads, and has few enough that nobody waits for it. */
const leadsAtOnce = 100

type Ports = {
  store: Pick<LedgerStore, 'receipts' | 'broughtBack' | 'eraseAgain'>
  ledger: Pick<ErasureLedger, 'read'>
  now: () => Date
}

/** `unrecorded`: receipts that the ledger lacks. `unreadable`: lines that say nothing, by number. */
type Replayed = ErasedAgain & { unrecorded: string[]; unreadable: number[] }

/**
 * Erases again whatever of the ledger's erasures a restore has brought back, and finds out which receipts the ledger
 * lacks. Reads the ledger line by line; what it destroys is bounded by what the lines name.
 */
export async function replayErasures({ store, ledger, now }: Ports): Promise<Replayed> {
  // Before the ledger: a receipt that comes meanwhile is of somebody who writes it down.
  const receipts = await store.receipts()
  const unrecorded = new Set(receipts.keys())
  const replayed = { receipts: 0, leads: 0, underWay: 0 }
  const unreadable: number[] = []
  for await (const found of inBatches(ledger.read())) {
    const lines = found.flatMap(({ line }) => line ?? [])
    unreadable.push(...found.flatMap(({ number, line }) => (line ? [] : number)))
    for (const { id } of lines) unrecorded.delete(id)
    const doubtful = lines.filter(({ id, leadIds }) => (receipts.get(id) ?? 0) < leadIds.length)
    for (const chosen of inTransactions(await concerned(store, doubtful))) {
      const again = await store.eraseAgain(chosen, now())
      for (const count of ['receipts', 'leads', 'underWay'] as const) replayed[count] += again[count]
    }
  }
  return { ...replayed, unrecorded: [...unrecorded], unreadable }
}

async function concerned(
  store: Pick<LedgerStore, 'broughtBack'>,
  lines: LedgerLine[],
): Promise<LedgerLine[]> {
  if (lines.length === 0) return []
  const back = new Set(await store.broughtBack(lines.flatMap(({ leadIds }) => leadIds)))
  return back.size === 0 ? [] : lines.filter(({ leadIds }) => leadIds.some((id) => back.has(id)))
}

async function* inBatches(lines: AsyncIterable<FoundLine>): AsyncGenerator<FoundLine[]> {
  let batch: FoundLine[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length < lookedUpAtOnce) continue
    yield batch
    batch = []
  }
  yield batch
}

function* inTransactions(lines: LedgerLine[]): Generator<LedgerLine[]> {
  let chosen: LedgerLine[] = []
  let leads = 0
  for (const line of lines) {
    chosen.push(line)
    leads += line.leadIds.length
    if (leads < leadsAtOnce) continue
    yield chosen
    chosen = []
    leads = 0
  }
  if (chosen.length > 0) yield chosen
}
