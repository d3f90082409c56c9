import type { Results } from '@electric-sql/pglite'
import pg from 'pg'

/** How the caller of a query wants its rows: node-postgres' own options. */
export type RowOptions = { rowMode?: string | undefined; types?: pg.CustomTypesConfig | undefined }

/** PGlite's result, with rows as arrays of text, as node-postgres would give it. */
export function driverResult(from: Results<(string | null)[]>, options: RowOptions): pg.QueryResult {
  const types = options.types ?? pg.types
  const parsers = from.fields.map((field) => types.getTypeParser(field.dataTypeID, 'text'))
  const values = from.rows.map((row) => row.map((text, i) => (text === null ? null : parsers[i]?.(text))))
  const names = from.fields.map((field) => field.name)
  return {
    command: from.command ?? '',
    rowCount: from.rowCount ?? null,
    oid: 0,
    fields: from.fields.map((field) => ({ ...unknownOrigin, ...field })),
    rows: options.rowMode === 'array' ? values : values.map((row) => toObject(names, row)),
  }
}

/** PGlite does not say which table a column comes from, nor its size. */
const unknownOrigin = { tableID: 0, columnID: 0, dataTypeSize: -1, dataTypeModifier: -1, format: 'text' }

const toObject = (names: string[], row: unknown[]) =>
  Object.fromEntries(names.map((name, i) => [name, row[i]]))

const fields = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const

/**
 * PGlite's error as node-postgres would give it. Only the fields of the protocol are kept: PGlite adds the
 * statement and its values, which are personal data that must not reach a log.
 */
export function driverError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return error
  const copy = new pg.DatabaseError(error.message, error.message.length, 'error')
  for (const field of fields) {
    const value: unknown = Reflect.get(error, field)
    if (typeof value === 'string') copy[field] = value
  }
  return copy
}
