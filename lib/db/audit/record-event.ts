import type { NewAuditEvent } from '@/lib/audit/audit-event'
import type { Prisma } from '../generated/client'

/** Records an event, within the caller's transaction where there is one. */
export async function recordEvent(
  { auditEvent }: Pick<Prisma.TransactionClient, 'auditEvent'>,
  { by, verb, subject, from }: NewAuditEvent,
  at: Date,
): Promise<void> {
  await auditEvent.create({ data: { actor: by, verb, subject, address: from, at }, select: { id: true } })
}
