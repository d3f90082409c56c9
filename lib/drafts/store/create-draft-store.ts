import type { Database } from '@/lib/db/open-database'
import { type DraftStore, type SealedDraft, unsentActor } from '@/lib/drafts/draft'

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

/** So long after it was sent a lead may be under way: its request waits 8 s for Vitec. */
const underWay = `saved_at > clock_timestamp() - interval '20 s'`

const isUnsentOf = `starts_with(actor, $1::text || '/')`

const keepUnsentText = `
  INSERT INTO lead_draft AS kept (actor, sealed, revision, saved_at, expires_at)
  SELECT $2, $3, 1, clock_timestamp(), clock_timestamp() + interval '24 hours'
  WHERE (SELECT count(*) FROM lead_draft WHERE ${isUnsentOf} AND actor <> $2 AND ${isLive}) < $4::int
  ON CONFLICT (actor) DO UPDATE SET sealed = EXCLUDED.sealed, revision = kept.revision + 1,
    saved_at = EXCLUDED.saved_at, expires_at = EXCLUDED.expires_at`

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
    async unsentOf(owner) {
      const { rows } = await pool.query<SealedDraft & { isUnderWay: boolean }>(
        `SELECT ${columns}, ${underWay} AS "isUnderWay" FROM lead_draft
         WHERE ${isUnsentOf} AND sealed <> '' AND ${isLive} ORDER BY saved_at DESC, actor`,
        [owner],
      )
      return rows
    },
    async keepUnsent(owner, key, sealed, most) {
      const { rowCount } = await pool.query(keepUnsentText, [owner, unsentActor(owner, key), sealed, most])
      return rowCount === 1
    },
    async dropUnsent(owner, key) {
      await pool.query('DELETE FROM lead_draft WHERE actor = $1', [unsentActor(owner, key)])
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
