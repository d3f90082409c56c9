import { connectPostgres } from '@/lib/db/connect-postgres'
import { grantRuntime } from '@/lib/db/grant-runtime'
import { migrate, refuseOlder } from '@/lib/db/migrate'
import { createJobEngine } from '@/lib/jobs/job-engine'

type Settings = { DATABASE_URL?: string | undefined; MIGRATION_DATABASE_URL?: string | undefined }

/**
 * Where the owner of the tables is another role than the one the service works as: applies migrations and makes the
 * queues as the owner, grants the other role what it needs, and lets the owner's connection go.
 * @throws {DatabaseError} in one line
 */
export async function prepareAsOwner({ DATABASE_URL, MIGRATION_DATABASE_URL }: Settings): Promise<void> {
  if (!DATABASE_URL || !MIGRATION_DATABASE_URL) return
  const role = await roleOf(DATABASE_URL)
  const owner = await connectPostgres(MIGRATION_DATABASE_URL, 'MIGRATION_DATABASE_URL')
  try {
    await refuseOlder(owner)
    await migrate(owner)
    const failed: Error[] = []
    const jobs = createJobEngine(
      (text, values) => owner.query(text, values),
      (error) => failed.push(error),
    )
    await jobs.prepare()
    if (failed[0]) throw failed[0]
    await grantRuntime(owner, role)
  } finally {
    await owner.end()
  }
}

async function roleOf(url: string): Promise<string> {
  const pool = await connectPostgres(url)
  try {
    const { rows } = await pool.query<{ role: string }>('SELECT current_user AS role')
    return rows[0]?.role ?? ''
  } finally {
    await pool.end()
  }
}
