import { z } from 'zod'
import { actorNames } from '@/lib/audit/store/list-events'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { allowedActions } from '@/lib/deliveries/transitions'
import { type EnvironmentId, testing } from '@/lib/environments/environment'
import type { AttemptView, LeadRecord } from '@/lib/leads/lead-view'
import { storedWarningsSchema } from '@/lib/leads/lead-warning'
import { fromColumns, leadColumns } from './add-lead'
import { standingOf } from './lead-rows'

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
  answeredLateAt: true,
} as const satisfies Prisma.DeliveryAttemptSelect

const recordColumns = {
  ...leadColumns,
  id: true,
  receivedAt: true,
  environment: true,
  channel: true,
  status: true,
  message: true,
  body: true,
  warnings: true,
  lastWord: true,
  vitecLeadId: true,
  deliveredAt: true,
  anonymisedAt: true,
  erasureId: true,
  setAsideAt: true,
  actor: true,
  replacesId: true,
  replacedById: true,
  attempts: { select: attemptColumns, orderBy: { number: 'desc' } },
} as const satisfies Prisma.LeadSelect

/** All there is to know of a lead, newest attempt first; `null` where there is none, or `sentBy` is not its actor. */
export async function readRecord(
  prisma: PrismaClient,
  environment: EnvironmentId,
  id: string,
  sentBy?: string,
): Promise<LeadRecord | null> {
  if (!z.uuid().safeParse(id).success) return null
  const found = await prisma.lead.findUnique({
    where: { id, ...(sentBy !== undefined && { actor: sentBy }) },
    select: recordColumns,
  })
  if (!found) return null
  const { body, warnings, attempts, receivedAt, deliveredAt, ...rest } = found
  const {
    id: leadId,
    channel,
    status,
    message,
    lastWord,
    vitecLeadId,
    anonymisedAt,
    erasureId,
    setAsideAt,
    actor: by,
    replacesId,
    replacedById,
    environment: bornIn,
    ...columns
  } = rest
  const { obstacle, nextAttemptAt, canUnsettle } = await standingOf(prisma, environment, leadId)
  const open = attempts.some((attempt) => attempt.endedAt === null)
  return {
    ...fromColumns(columns),
    ...(await namesOf(prisma, { ...columns, environment: bornIn })),
    by,
    byName: await actorName(prisma, by),
    id: leadId,
    environment: bornIn,
    obstacle,
    channel,
    status,
    message,
    lastWord,
    vitecLeadId,
    receivedAt: receivedAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    anonymisedAt: anonymisedAt?.toISOString() ?? null,
    ...{ erasureId, replacesId, replacedById },
    setAsideAt: setAsideAt?.toISOString() ?? null,
    body: new TextDecoder().decode(body),
    warnings: storedWarningsSchema.parse(warnings),
    allowedActions:
      open || anonymisedAt
        ? []
        : allowedActions(status, obstacle, {
            ...{ isReplaced: replacedById !== null, isTest: bornIn === testing },
            canUnsettle,
          }),
    attempts: attempts.map(toAttemptView),
  }
}

type AttemptColumns = Prisma.DeliveryAttemptGetPayload<{ select: typeof attemptColumns }>

function toAttemptView({ startedAt, endedAt, answeredLateAt, ...attempt }: AttemptColumns): AttemptView {
  return {
    ...attempt,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answeredLateAt: answeredLateAt?.toISOString() ?? null,
    duration: endedAt ? endedAt.getTime() - startedAt.getTime() : null,
  }
}

type Addressee = { environment: string | null; vitecCustomerId: string; vitecSourceId: string }

/** What a lead's customer and lead source are called today, and whether the customer is paused. */
async function namesOf(prisma: PrismaClient, { environment, vitecCustomerId, vitecSourceId }: Addressee) {
  const [customer, pause] = await Promise.all([
    prisma.customer.findUnique({
      where: { vitecId: vitecCustomerId },
      select: {
        id: true,
        name: true,
        leadSources: { where: { vitecId: vitecSourceId }, select: { id: true, name: true } },
      },
    }),
    prisma.customerPause.findFirst({
      where: { environment: environment ?? '', vitecCustomerId },
      select: { reason: true },
    }),
  ])
  return {
    customerId: customer?.id ?? null,
    leadSourceId: customer?.leadSources[0]?.id ?? null,
    customerName: customer?.name ?? null,
    leadSourceName: customer?.leadSources[0]?.name ?? null,
    customerPaused: pause !== null,
    pauseReason: pause?.reason ?? null,
  }
}

/** What the key or person with an actor's id is called today; `null` where there is none. */
export async function actorName(prisma: PrismaClient, actor: string | null): Promise<string | null> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT name FROM (${actorNames}) AS named WHERE actor = ${actor}`
  return rows[0]?.name ?? null
}
