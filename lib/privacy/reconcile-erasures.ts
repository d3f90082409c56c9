import { log, loggable } from '@/lib/log'
import type { ErasedAgain, ErasureLedger, FoundLine, LedgerLine, LedgerStore } from './erasure-ledger'

/** Receipts that are written down at once. */
const batch = 500

/** So many lines that cannot be read are named in the log. */
const namedLines = 10

/** Keeps the database and the ledger of erasures saying the same, both ways. */
export type LedgerKeeping = ReturnType<typeof keepLedger>

export function keepLedger(store: LedgerStore, ledger: ErasureLedger) {
  const unrecorded = new Set<string>()
  let settled: string | null = null

  /** The receipts go into the ledger; where that fails it is said, and the next sweep tries again. */
  async function write(ids: string[]): Promise<boolean> {
    try {
      for (let from = 0; from < ids.length; from += batch) {
        const chosen = ids.slice(from, from + batch)
        await ledger.append(await store.linesOf(chosen))
        for (const id of chosen) unrecorded.delete(id)
      }
      return true
    } catch (error) {
      for (const id of ids) unrecorded.add(id)
      log.error({ ...loggable(error), unrecorded: unrecorded.size }, 'the ledger of erasures was not written')
      return false
    }
  }

  /** Resolves to how many receipts it wrote down, and to whether nothing is left to do. */
  async function compare(): Promise<{ recorded: number; isSettled: boolean }> {
    const before = [...unrecorded]
    const replayed = await replayErasures({ store, ledger, now: () => new Date() })
    const { receipts, leads, underWay, unreadable } = replayed
    if (unreadable.length > 0) {
      const lines = unreadable.slice(0, namedLines)
      log.error({ unreadable: unreadable.length, lines }, 'the ledger of erasures has lines that say nothing')
    }
    if (receipts + underWay > 0)
      log.warn({ receipts, leads, underWay }, 'erased again what a restore had brought back')
    const lacks = new Set(replayed.unrecorded)
    for (const id of before) if (!lacks.has(id)) unrecorded.delete(id)
    const isWritten = await write(replayed.unrecorded)
    return { recorded: isWritten ? lacks.size : 0, isSettled: isWritten && underWay === 0 }
  }

  return {
    /** Whether the ledger has a receipt, as far as this process knows. */
    has: (receiptId: string): boolean => !unrecorded.has(receiptId),
    /** How many receipts the ledger lacks, because it could not be written. */
    unrecorded: (): number => unrecorded.size,
    /** Writes down an erasure that was made. Resolves to whether it is in the ledger, on disk. */
    record: (receiptId: string): Promise<boolean> => write([receiptId]),
    /**
     * Erases again what a restore has brought back, and writes down what the ledger lacks. Does nothing where both are
     * as they were left. Resolves to how many it wrote down. Rejects when the ledger cannot be read, or the database does
     * not do as it is asked.
     */
    async reconcile(): Promise<number> {
      const state = `${await ledger.state()} ${await store.receiptCount()}`
      if (state === settled) return 0
      const { recorded, isSettled } = await compare()
      settled = isSettled ? state : null
      return recorded
    },
  }
}

/** Lines whose leads are looked up at once. */
const lookedUpAtOnce = 500

/** A transaction ends with the line that makes it so many leads, and has few enough that no request waits for it. */
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
async function replayErasures({ store, ledger, now }: Ports): Promise<Replayed> {
  // Before the ledger: a receipt that comes meanwhile is written down by the erasure that made it.
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
