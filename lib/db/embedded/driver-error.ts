import pg from 'pg'

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
