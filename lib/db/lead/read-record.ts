import { z } from 'zod'
import { allowedActions } from '@/lib/delivery/moves'
import type { AttemptView, LeadRecord } from '@/lib/lead/lead-view'
import type { Prisma, PrismaClient } from '../generated/client'
import { fromColumns, leadColumns } from './lead-columns'
import { actorName, namesOf } from './record-names'

const attemptColumns = {
  number: true,
  startedAt: true,
  endedAt: true,
  requestUrl: true,
  requestBody: true,
  httpStatus: true,
  answer: true,
  outcome: true,
  errorKind: true,
} as const satisfies Prisma.DeliveryAttemptSelect

const recordColumns = {
  ...leadColumns,
  id: true,
  receivedAt: true,
  channel: true,
  status: true,
  message: true,
  body: true,
  warnings: true,
  lastWord: true,
  vitecLeadId: true,
  deliveredAt: true,
  nextAttemptAt: true,
  anonymisedAt: true,
  erasureId: true,
  actor: true,
  attempts: { select: attemptColumns, orderBy: { number: 'desc' } },
} as const satisfies Prisma.LeadSelect

/** All there is to know of a lead, newest attempt first; `null` where there is none, or `sentBy` is not its actor. */
export async function readRecord(
  prisma: PrismaClient,
  id: string,
  sentBy?: string,
): Promise<LeadRecord | null> {
  if (!z.uuid().safeParse(id).success) return null
  const found = await prisma.lead.findUnique({
    where: { id, ...(sentBy !== undefined && { actor: sentBy }) },
    select: recordColumns,
  })
  if (!found) return null
  const { body, warnings, attempts, receivedAt, deliveredAt, nextAttemptAt, ...rest } = found
  const {
    id: leadId,
    channel,
    status,
    message,
    lastWord,
    vitecLeadId,
    anonymisedAt,
    erasureId,
    actor: by,
    ...columns
  } = rest
  const open = attempts.some((attempt) => attempt.endedAt === null)
  return {
    ...fromColumns(columns),
    ...(await namesOf(prisma, columns)),
    by,
    byName: await actorName(prisma, by),
    id: leadId,
    channel,
    status,
    message,
    lastWord,
    vitecLeadId,
    receivedAt: receivedAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    anonymisedAt: anonymisedAt?.toISOString() ?? null,
    erasureId,
    body: new TextDecoder().decode(body),
    warnings: z.array(z.string()).parse(warnings),
    allowedActions: open || anonymisedAt ? [] : allowedActions(status),
    attempts: attempts.map(toAttemptView),
  }
}

type AttemptColumns = Prisma.DeliveryAttemptGetPayload<{ select: typeof attemptColumns }>

function toAttemptView({ startedAt, endedAt, ...attempt }: AttemptColumns): AttemptView {
  return {
    ...attempt,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    duration: endedAt ? endedAt.getTime() - startedAt.getTime() : null,
  }
}
