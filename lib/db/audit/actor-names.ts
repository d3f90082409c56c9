import { Prisma } from '../generated/client'

/** Who has an actor's id today, as rows of `actor` and `name`. The audit log itself holds no names. */
export const actorNames = Prisma.sql`
  SELECT 'key:' || id::text AS actor, name FROM api_key
  UNION ALL SELECT 'person:' || id::text, name FROM person`
