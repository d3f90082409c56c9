import { log, loggable } from '@/lib/log'
import type { ErasureLedger, LedgerStore } from './erasure-ledger'
import { replayErasures } from './replay-erasures'

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
