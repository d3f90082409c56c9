import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { endOpenTransactions } from '../end-open-transactions'
import { EmbeddedClient } from './embedded-client'
import { EmbeddedSession } from './embedded-session'

/** A node-postgres pool whose clients share PGlite's session. Ending it leaves PGlite open. */
export function createEmbeddedPool(pglite: PGlite): pg.Pool {
  const session = new EmbeddedSession(pglite)
  class Client extends EmbeddedClient {
    constructor() {
      super(session)
    }
  }
  // The pool wants node-postgres' own class; it calls no more of it than EmbeddedClient has.
  const clientClass = Client as unknown as new () => pg.ClientBase
  const pool = new pg.Pool({ Client: clientClass, allowExitOnIdle: true })
  endOpenTransactions(pool)
  return pool
}
