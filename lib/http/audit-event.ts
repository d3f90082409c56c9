import { actorOf, type Identity } from '@/lib/access/identity'
import type { AuditSubject, NewAuditEvent } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import { clientAddress } from './client-address'

/** That the caller of a request did something: to be recorded as soon as it is done. */
export function auditEvent(
  request: Request,
  identity: Identity,
  verb: AuditVerb,
  subject: AuditSubject,
): NewAuditEvent {
  return { by: actorOf(identity), verb, subject, from: clientAddress(request) }
}
