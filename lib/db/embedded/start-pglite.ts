import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

/** `-F` is PGlite's "never fsync"; the sizes keep a small installation small on disk and in memory. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'max_wal_size=128MB'],
  ...['-c', 'shared_buffers=32MB'],
]

/** Starts PGlite with our settings and extensions; in memory unless `fs` says where its files are. */
export function startPglite(options: Pick<PGliteOptions, 'fs' | 'loadDataDir'> = {}): Promise<PGlite> {
  return PGlite.create({ ...options, startParams, extensions: { pg_trgm } })
}
