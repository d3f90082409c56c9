import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import type { PrismaClient } from '../generated/client'
import { fromColumns, leadColumns } from '../lead/lead-columns'
import { act } from './act'
import type { BookDelivery } from './book-delivery'
import { closeAttempt } from './close-attempt'
import { openAttempt } from './open-attempt'
import { overdue } from './overdue'
import { resumeCustomer } from './pause-customer'
import { settleInterrupted } from './settle-interrupted'

/** {@link DeliveryStore} on PostgreSQL; `book` books attempts in the job engine. */
export function createDeliveryStore(prisma: PrismaClient, book: BookDelivery): DeliveryStore {
  return {
    async read(leadId) {
      const select = { ...leadColumns, message: true }
      const found = await prisma.lead.findUnique({ where: { id: leadId }, select })
      if (!found) return null
      const { message, ...columns } = found
      return { lead: fromColumns(columns), message }
    },
    async state(leadId) {
      const select = { id: true, status: true, lastWord: true, vitecLeadId: true, nextAttemptAt: true }
      const found = await prisma.lead.findUnique({ where: { id: leadId }, select })
      if (!found) return null
      const { lastWord, ...state } = found
      return { ...state, word: lastWord }
    },
    openAttempt: (leadId, request, now) => openAttempt(prisma, leadId, request, now),
    closeAttempt: (attempt, result, move, now) => closeAttempt(prisma, book, attempt, result, move, now),
    act: (leadId, action, now) => act(prisma, book, leadId, action, now),
    settleInterrupted: (before, now) => settleInterrupted(prisma, before, now),
    overdue: (before, limit) => overdue(prisma, before, limit),
    resume: (vitecCustomerId, now) => resumeCustomer(prisma, book, vitecCustomerId, now),
  }
}
