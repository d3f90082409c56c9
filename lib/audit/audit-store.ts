import type { AuditPage, AuditQuery, NewAuditEvent } from './audit-event'

/** The memory of who did what. There is no way to change or remove an event. */
export type AuditStore = {
  /** @param at when it was done */
  record(event: NewAuditEvent, at: Date): Promise<void>
  /** A page of events, newest first. */
  list(query: AuditQuery): Promise<AuditPage>
}
