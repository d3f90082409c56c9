import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'

/** A connection that rows are read from, and loaded into, as `COPY` writes them. One statement at a time. */
export type CopySession = {
  /** Rows of text: every column that is asked for has to be one. */
  rows<Name extends string>(sql: string): Promise<Record<Name, string>[]>
  /** Runs one statement or several. */
  run(sql: string): Promise<void>
  /** What a query finds, a line a row. All of it in memory: ask for a part. */
  copyOut(select: string): Promise<Buffer>
  /** Adds rows, a line each, to `table (columns)`. */
  copyIn(target: string, lines: Buffer): Promise<void>
}

/** Values are written in one way, whatever the server's settings: lines of two databases are compared. */
const asWritten = `SET client_encoding = 'UTF8'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres';
  SET timezone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET xmloption = content;
  SET row_security = off; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = 0`

/** Over the embedded database, which has one session. */
export async function embeddedSession(pglite: PGlite): Promise<CopySession> {
  await pglite.exec(asWritten)
  return {
    async rows(sql) {
      return (await pglite.query<Record<string, string>>(sql)).rows
    },
    async run(sql) {
      await pglite.exec(sql)
    },
    async copyOut(select) {
      const { blob } = await pglite.query(`COPY (${select}) TO '/dev/blob'`)
      return blob ? Buffer.from(await blob.arrayBuffer()) : Buffer.alloc(0)
    },
    async copyIn(target, lines) {
      await pglite.query(`COPY ${target} FROM '/dev/blob'`, [], { blob: new Blob([new Uint8Array(lines)]) })
    },
  }
}

/** Over a connection to PostgreSQL that is used for nothing else. */
export async function postgresSession(client: pg.ClientBase): Promise<CopySession> {
  await client.query(asWritten)
  return {
    async rows<Name extends string>(sql: string) {
      return (await client.query<Record<Name, string>>(sql)).rows
    },
    async run(sql) {
      await client.query(sql)
    },
    async copyOut(select) {
      const copy = new Copy(`COPY (${select}) TO STDOUT`)
      client.query(copy)
      return copy.done
    },
    async copyIn(target, lines) {
      const copy = new Copy(`COPY ${target} FROM STDIN`, lines)
      client.query(copy)
      await copy.done
    },
  }
}

/** What node-postgres' connection has for `COPY`, beyond its declared type. */
type CopyConnection = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** A `COPY` as node-postgres wants a query: it is told of each message of the server. */
class Copy implements pg.Submittable {
  readonly done: Promise<Buffer>
  readonly #received: Buffer[] = []
  readonly #text: string
  readonly #lines: Buffer
  #error: Error | null = null
  #settle: { resolve: (received: Buffer) => void; reject: (error: Error) => void } | null = null

  constructor(text: string, lines: Buffer = Buffer.alloc(0)) {
    this.#text = text
    this.#lines = lines
    this.done = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
  }

  submit(connection: unknown): void {
    // Its declared type has none of what is used here.
    const { query } = connection as CopyConnection
    query.call(connection, this.#text)
  }
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#lines)
    connection.endCopyFrom()
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // A part of what was received at once, in room that is used again.
    this.#received.push(Buffer.from(chunk))
  }
  handleError(error: Error): void {
    this.#error = error
    // A connection that is lost says no more.
    if (!('severity' in error)) this.#settle?.reject(error)
  }
  handleReadyForQuery(): void {
    if (this.#error) this.#settle?.reject(this.#error)
    else this.#settle?.resolve(Buffer.concat(this.#received))
  }
  handleCopyOutResponse(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}
