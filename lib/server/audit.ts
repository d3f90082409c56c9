import type { AuditPage, AuditQuery, NewAuditEvent } from '@/lib/audit/audit-event'
import type { AuditStore } from '@/lib/audit/audit-store'

/** The audit log, as the rest of the application uses it. */
export function createAudit(store: AuditStore) {
  return {
    /** Records what has just been done. Who asked for it is told of a failure: it is not done unseen. */
    record: (event: NewAuditEvent): Promise<void> => store.record(event, new Date()),
    list: (query: AuditQuery): Promise<AuditPage> => store.list(query),
  }
}
