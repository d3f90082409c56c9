import type { PrivacyStore } from '@/lib/privacy/privacy-store'
import type { PrismaClient } from '../generated/client'
import { erase } from './erase'
import { expire } from './expire'
import { exportPerson } from './export-person'
import { findPerson } from './find-person'
import { readReceipt, readReceipts } from './read-receipts'

/** {@link PrivacyStore} on PostgreSQL. */
export function createPrivacyStore(prisma: PrismaClient): PrivacyStore {
  return {
    find: (search) => findPerson(prisma, search),
    export: (leadIds, now) => exportPerson(prisma, leadIds, now),
    erase: (request, requester, now) => erase(prisma, request, requester, now),
    receipt: (id) => readReceipt(prisma, id),
    receipts: (limit) => readReceipts(prisma, limit),
    expire: (before, now) => expire(prisma, before, now),
  }
}
