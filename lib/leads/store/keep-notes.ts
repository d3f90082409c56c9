import type { Requester } from '@/lib/audit/audit-event'
import { actorNames } from '@/lib/audit/store/list-events'
import { recorded } from '@/lib/audit/store/record-event'
import { hasPerson } from '@/lib/db/conditions'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { LeadNote, LeadNotes } from '@/lib/leads/lead-history'

/** More are a mistake, and would make every record slow. */
export const mostNotes = 100

/** {@link LeadNotes} on PostgreSQL. The audit log says that there was a note, never what it said. */
export function createLeadNotes(prisma: PrismaClient): LeadNotes {
  return {
    add: (leadId, text, requester) => addNote(prisma, leadId, text, requester),
    remove: (leadId, noteId, requester) => removeNote(prisma, leadId, noteId, requester),
  }
}

/** The lead is locked first, by a statement of its own: an erasure that is under way is waited for, and leaves no note. */
function addNote(prisma: PrismaClient, leadId: string, text: string, requester: Requester): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id::text FROM lead WHERE id = ${leadId}::uuid FOR NO KEY UPDATE`
    const added = await transaction.$executeRaw`
      INSERT INTO lead_note (id, lead_id, actor, text)
      SELECT ${crypto.randomUUID()}::uuid, lead.id, ${requester.by}, ${text} FROM lead
      WHERE lead.id = ${leadId}::uuid AND ${hasPerson}
        AND (SELECT count(*) FROM lead_note n WHERE n.lead_id = lead.id) < ${mostNotes}`
    if (added > 0) await recorded(transaction, requester, 'lead.note', `lead:${leadId}`)
    return added > 0
  })
}

function removeNote(
  prisma: PrismaClient,
  leadId: string,
  noteId: string,
  requester: Requester,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.leadNote.deleteMany({
      where: { id: noteId, leadId, actor: requester.by },
    })
    if (count > 0) await recorded(transaction, requester, 'lead.note', `lead:${leadId}`)
    return count > 0
  })
}

/** A lead's notes, oldest first, by whom under the name they have today. @param reader an actor's id: whose are their own */
export async function readNotes(prisma: PrismaClient, id: string, reader: string): Promise<LeadNote[]> {
  const rows = await prisma.$queryRaw<(Omit<LeadNote, 'at'> & { at: Date })[]>`
    SELECT n.id::text, n.at, n.text, n.actor AS "by", named.name AS "byName", n.actor = ${reader} AS "isOwn"
    FROM lead_note n LEFT JOIN (${actorNames}) named ON named.actor = n.actor
    WHERE n.lead_id = ${id}::uuid ORDER BY n.at, n.id`
  return rows.map(({ at, ...note }) => ({ ...note, at: at.toISOString() }))
}
