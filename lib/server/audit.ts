import type { AuditPage, AuditQuery, AuditStore, NewAuditEvent } from '@/lib/audit/audit-event'

/** The audit log, as the rest of the application uses it. */
export function createAudit(store: AuditStore) {
  return {
    /** Records what has just been done. Who asked for it is told of a failure: it is not done unseen. */
    record: (event: NewAuditEvent): Promise<void> => store.record(event, new Date()),
    list: (query: AuditQuery): Promise<AuditPage> => store.list(query),
  }
}
