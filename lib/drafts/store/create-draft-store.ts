import type { Database } from '@/lib/db/open-database'
import type { DraftStore, SealedDraft } from '@/lib/drafts/draft'

const columns = 'actor, sealed, revision, saved_at AS "savedAt"'
const isLive = 'expires_at > clock_timestamp()'

/** One that was emptied, or whose day is over, may be written by who has seen none. */
const saveText = `
  INSERT INTO lead_draft AS kept (actor, sealed, revision, saved_at, expires_at)
  VALUES ($1, $2, coalesce($3::int, 0) + 1, clock_timestamp(), clock_timestamp() + interval '24 hours')
  ON CONFLICT (actor) DO UPDATE SET sealed = EXCLUDED.sealed, revision = kept.revision + 1,
    saved_at = EXCLUDED.saved_at, expires_at = EXCLUDED.expires_at
  WHERE kept.revision = $3::int OR kept.expires_at <= clock_timestamp() OR $3::int IS NULL AND kept.sealed = ''
  RETURNING revision`

/** {@link DraftStore} on PostgreSQL. The row outlives its draft, so that a page which has seen it is told. */
export function createDraftStore({ pool }: Pick<Database, 'pool'>): DraftStore {
  return {
    async find(actor) {
      const { rows } = await pool.query<SealedDraft>(
        `SELECT ${columns} FROM lead_draft WHERE actor = $1 AND ${isLive}`,
        [actor],
      )
      return rows[0] ?? null
    },
    async all(most) {
      const { rows } = await pool.query<SealedDraft>(
        `SELECT ${columns} FROM lead_draft WHERE sealed <> '' AND ${isLive} ORDER BY saved_at DESC LIMIT $1`,
        [most],
      )
      return rows
    },
    async save(actor, sealed, seen) {
      const { rows } = await pool.query<{ revision: number }>(saveText, [actor, sealed, seen])
      return rows[0]?.revision ?? null
    },
    async empty(actor, revision) {
      await pool.query(
        `UPDATE lead_draft SET sealed = '', revision = revision + 1 WHERE actor = $1 AND revision = $2`,
        [actor, revision],
      )
    },
    async reseal({ actor, sealed, revision }, anew) {
      const { rowCount } = await pool.query(
        'UPDATE lead_draft SET sealed = $4 WHERE actor = $1 AND revision = $2 AND sealed = $3',
        [actor, revision, sealed, anew],
      )
      return rowCount === 1
    },
  }
}
