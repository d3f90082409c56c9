import type { Pool } from 'pg'
import { DatabaseError } from './database-error'
import { lockStatement } from './locks'

/** Tables whose rows are there for good: only their owner could change one, and a trigger refuses the owner, too. */
const kept = ['audit_event', 'erasure']

/**
 * Whether a role has the rights of an owner of the schema, a table or a function of ours, or may take them: then it could
 * drop what refuses a change. To own the database is to own the schema, by `pg_database_owner`. Functions of an extension
 * refuse nothing.
 */
const owns = `EXISTS (
  SELECT FROM (
    SELECT nspowner AS owner FROM pg_namespace WHERE nspname = 'public'
    UNION SELECT relowner FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    UNION SELECT proowner FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION SELECT oid FROM pg_roles WHERE rolname = current_user
  ) owners WHERE pg_has_role($1, owner, 'MEMBER'))`

/**
 * Lets a role do the service's work in a database whose owner `owner` is connected as, and no more: it may read and write
 * rows, but not change a table or a trigger, empty the audit log, or apply a migration. Done anew at each start, so that
 * what a migration has made is granted, too.
 * @throws {DatabaseError} where the role is an owner of what is here, or could become one: then nothing would be kept from it
 */
export async function grantRuntime(owner: Pool, role: string): Promise<void> {
  const { rows } = await owner.query<{ isOwner: boolean; name: string }>(
    `SELECT ${owns} AS "isOwner", quote_ident($1) AS name`,
    [role],
  )
  const [found] = rows
  if (!found || found.isOwner)
    throw new DatabaseError(
      'DATABASE_URL must name a role that is no superuser, has not the rights of that in MIGRATION_DATABASE_URL, and owns neither the database nor a table of ours: see Two roles on PostgreSQL in docs/operations.md',
    )
  const { name } = found
  const schemas = ['public', 'pgboss']
  const statements = [
    ...schemas.flatMap((schema) => [
      `GRANT USAGE ON SCHEMA ${schema} TO ${name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`,
      `GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`,
    ]),
    ...kept.map((table) => `REVOKE UPDATE, DELETE ON ${table} FROM ${name}`),
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${name}`,
  ]
  // Instances that start together would change the same rows of the catalogue.
  await owner.query(`BEGIN; ${lockStatement('migrations')}; ${statements.join('; ')}; COMMIT`)
}
