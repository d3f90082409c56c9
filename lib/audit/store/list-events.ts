import type { AuditEvent, AuditPage, AuditQuery, AuditStore, AuditSubject } from '@/lib/audit/audit-event'
import { auditVerbs } from '@/lib/audit/audit-verb'
import { readCursor, writeCursor } from '@/lib/db/cursor'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { nextDay, startOfDay } from '@/lib/time/stockholm-time'
import { recordEvent } from './record-event'

/** {@link AuditStore} on PostgreSQL. */
export function createAuditStore(prisma: PrismaClient): AuditStore {
  return {
    record: (event, at) => recordEvent(prisma, event, at),
    list: (query) => listEvents(prisma, query),
  }
}

const pageSize = 50

/** Kinds of things that are not what a verb begins with. */
const others = ['erasure', 'invitation', 'retention', 'clock', 'hold', 'sending-act', 'person-search']

const kinds = [...new Set(auditVerbs.map((verb) => verb.split('.')[0])), ...others]

type Row = Omit<AuditEvent, 'at'> & { at: Date; subject: AuditSubject }

/** A page of the audit log, newest first, paged by key on (at, id) as the log of leads is. */
async function listEvents(prisma: PrismaClient, query: AuditQuery): Promise<AuditPage> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT e.id::text, e.at, e.actor AS "by", e.verb, e.subject, e.address AS "from", e.leads, named.name AS "byName"
    FROM audit_event e LEFT JOIN (${actorNames}) named ON named.actor = e.actor
    WHERE ${conditions(query)}
    ORDER BY e.at DESC, e.id DESC
    LIMIT ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    events: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > pageSize && last ? writeCursor({ receivedAt: last.at, id: last.id }) : null,
  }
}

function conditions({ by, verb, subject, from, to, cursor }: AuditQuery): Prisma.Sql {
  const after = readCursor(cursor)
  const until = to && startOfDay(nextDay(to))
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(by ? [Prisma.sql`e.actor IN (${actorsLike(by)})`] : []),
      ...(verb ? [Prisma.sql`e.verb = ${verb}`] : []),
      ...(subject ? [Prisma.sql`e.subject IN (${Prisma.join(subjectsLike(subject))})`] : []),
      ...(from ? [Prisma.sql`e.at >= ${startOfDay(from)}`] : []),
      ...(until ? [Prisma.sql`e.at < ${until}`] : []),
      ...(after
        ? [
            Prisma.sql`e.at <= ${after.receivedAt}`,
            Prisma.sql`(e.at, e.id) < (${after.receivedAt}, ${after.id}::uuid)`,
          ]
        : []),
    ],
    ' AND ',
  )
}

/** Those with that id, and those whose name holds the text. */
function actorsLike(text: string): Prisma.Sql {
  const ids = [text, `person:${text}`, `key:${text}`]
  return Prisma.sql`SELECT unnest(${ids}::text[])
    UNION ALL SELECT actor FROM (${actorNames}) named WHERE position(lower(${text}) IN lower(name)) > 0`
}

const subjectsLike = (text: string) => [text, ...kinds.map((kind) => `${kind}:${text}`)]

/**
 * Who has an actor's id today, as rows of `actor` and `name`. The audit log itself holds no names. A partner's two keys have one
 * name: that of its tests says so.
 */
export const actorNames = Prisma.sql`
  SELECT 'key:' || id::text AS actor, CASE mode WHEN 'test' THEN name || ' (test)' ELSE name END AS name FROM api_key
  UNION ALL SELECT 'person:' || id::text, name FROM person`
