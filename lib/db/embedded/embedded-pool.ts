import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
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
  return new pg.Pool({ Client: Client as unknown as new () => pg.ClientBase, allowExitOnIdle: true })
}
