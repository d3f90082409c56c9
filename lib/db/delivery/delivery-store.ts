import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { PrismaClient } from '../generated/client'
import { fromColumns, leadColumns } from '../lead/lead-columns'
import { act } from './act'
import type { BookDelivery } from './book-delivery'
import { closeAttempt } from './close-attempt'
import { dueProbes } from './due-probes'
import { openAttempt } from './open-attempt'
import { overdue } from './overdue'
import { resumeCustomer } from './resume-customer'
import { settleInterrupted } from './settle-interrupted'
import { readBreaker } from './vitec-load'

/** {@link DeliveryStore} on PostgreSQL; `book` books attempts in the job engine. */
export function createDeliveryStore(
  prisma: PrismaClient,
  book: BookDelivery,
  limits: OutboundLimits,
): DeliveryStore {
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
    openAttempt: (leadId, request, at) => openAttempt(prisma, { book, limits }, leadId, request, at),
    closeAttempt: (attempt, result, move, now) => closeAttempt(prisma, book, attempt, result, move, now),
    act: (leadId, action, now, seen) => act(prisma, book, leadId, action, now, seen),
    settleInterrupted: (before, now) => settleInterrupted(prisma, before, now),
    overdue: (before, limit) => overdue(prisma, before, limit),
    probes: (now) => dueProbes(prisma, now),
    async heldUntil(now) {
      const until = await readBreaker(prisma, limits)
      return until && until > now ? until : null
    },
    resume: (vitecCustomerId, now) =>
      prisma.$transaction((transaction) => resumeCustomer(transaction, book, vitecCustomerId, now)),
  }
}
