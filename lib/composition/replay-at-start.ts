import { DatabaseError } from '@/lib/db/database-error'
import type { Env } from '@/lib/env'
import { log, loggable } from '@/lib/log'
import type { OpenedLedger } from '@/lib/privacy/ledger/open-ledger'
import type { LedgerKeeping } from '@/lib/privacy/reconcile-erasures'

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
    const { cause, code, error: name } = loggable(error)
    throw new DatabaseError(`The erasures in ${place} cannot be replayed: ${cause ?? code ?? name}`, {
      cause: error,
    })
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
