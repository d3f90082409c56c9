import type { AuditSubject, NewAuditEvent, Requester } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import type { Prisma } from '@/lib/db/generated/client'

type Events = Pick<Prisma.TransactionClient, 'auditEvent'>

/** Records an event, within the caller's transaction where there is one. */
export async function recordEvent({ auditEvent }: Events, event: NewAuditEvent, at: Date): Promise<void> {
  await auditEvent.create({ data: toRow(event, at), select: { id: true } })
}

/**
 * Records in the transaction of an act who did it: both are done, or neither. What every act of a store that people can
 * ask for ends with, where it changed something.
 */
export function recorded(
  transaction: Events,
  requester: Requester,
  verb: AuditVerb,
  subject: AuditSubject,
  more: Pick<NewAuditEvent, 'leads'> = {},
): Promise<void> {
  return recordEvent(transaction, { ...requester, verb, subject, ...more }, new Date())
}

/** Records several that were done at the same time, in one statement. */
export async function recordEvents({ auditEvent }: Events, events: NewAuditEvent[], at: Date): Promise<void> {
  await auditEvent.createMany({ data: events.map((event) => toRow(event, at)) })
}

const toRow = ({ by, verb, subject, from, leads }: NewAuditEvent, at: Date) => ({
  ...{ actor: by, verb, subject, leads: leads ?? null },
  address: from,
  at,
})
