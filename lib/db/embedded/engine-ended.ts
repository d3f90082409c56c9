import type { PGlite } from '@electric-sql/pglite'

/** What PostgreSQL's own long jumps are known by; PGlite sees to them. */
const longJump = 100

/**
 * PostgreSQL in the process has ended itself, as by a panic: where it cannot write its log it must not go on. What was
 * committed is on disk, and is found there at the next start. It must not be asked anything more.
 */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded'

  /** PGlite reads this of what it has caught, and would otherwise ask PostgreSQL again, which then never returns. */
  get status(): never {
    throw this
  }
}

/** Has whatever ends PostgreSQL in the process come out of PGlite as an {@link EngineEnded}. */
export function tellWhenEnded(pglite: PGlite): void {
  const engine = pglite.Module
  const goOn = engine._PostgresMainLoopOnce
  let ended: EngineEnded | null = null
  engine._PostgresMainLoopOnce = () => {
    if (ended) throw ended
    try {
      goOn()
    } catch (error) {
      if (statusOf(error) === longJump) throw error
      ended = new EngineEnded('PostgreSQL has ended itself', { cause: error })
      throw ended
    }
  }
  // What PGlite asks in any case, after that.
  for (const name of ['_PostgresSendReadyForQueryIfNecessary', '_pgl_pq_flush'] as const) {
    const ask = engine[name]
    engine[name] = () => {
      if (!ended) ask()
    }
  }
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
}
