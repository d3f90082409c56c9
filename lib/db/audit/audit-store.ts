import type { AuditStore } from '@/lib/audit/audit-store'
import type { PrismaClient } from '../generated/client'
import { listEvents } from './list-events'
import { recordEvent } from './record-event'

/** {@link AuditStore} on PostgreSQL. */
export function createAuditStore(prisma: PrismaClient): AuditStore {
  return {
    record: (event, at) => recordEvent(prisma, event, at),
    list: (query) => listEvents(prisma, query),
  }
}
