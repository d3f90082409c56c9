import type { Requester } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import { recorded } from '@/lib/audit/store/record-event'
import {
  canUnsettle,
  hasPerson,
  isAtRest,
  isBornIn,
  isNotReplaced,
  isOfRestore,
  isToDo,
} from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { type PlainAction, transitions } from '@/lib/deliveries/transitions'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'

const settled = 'Found in Vitec by a person.'
/** The last word on a lead that a person stopped. */
export const cancelled = 'Cancelled by a person.'

const verbs = {
  send_again: 'lead.send-again',
  settle: 'lead.settle',
  cancel: 'lead.cancel',
  unsettle: 'lead.unsettle',
} as const satisfies Record<PlainAction, AuditVerb>

type Act = {
  leadId: string
  action: PlainAction
  /** Among the leads of its customer, where it is sent again; see the schema. */
  lane?: number
  /** What else must hold of the lead. */
  where: Prisma.Sql
}

/**
 * Does what a person decided, if the lead's status allows it and no attempt is open: one conditional UPDATE of a
 * locked row, so that of two clicks one counts. `seen` is the number of attempts it must have had. Sending again starts the
 * schedule over, for a lead that was born where this process sends. Recorded with it.
 */
export function act(
  prisma: PrismaClient,
  environment: EnvironmentId,
  leadId: string,
  { action, seen }: { action: PlainAction; seen: number | undefined },
  requester: Requester,
): Promise<boolean> {
  const where = seen === undefined ? Prisma.sql`TRUE` : Prisma.sql`attempt_count = ${seen}`
  return prisma.$transaction(async (transaction) => {
    const done = await actWithin(transaction, environment, { leadId, action, where })
    if (done) await recorded(transaction, requester, verbs[action], `lead:${leadId}`)
    return done
  })
}

/** {@link act} as a part of the caller's transaction. */
export async function actWithin(
  transaction: Prisma.TransactionClient,
  environment: EnvironmentId,
  { leadId, action, lane = 0, where: given }: Act,
): Promise<boolean> {
  const { from, where } = conditionOf(action, environment)
  const change = changeOf(action, lane)
  return moveAtRest(transaction, { leadId, from, change, where: Prisma.sql`${given} AND ${where}` })
}

function conditionOf(
  action: PlainAction,
  environment: EnvironmentId,
): { from: readonly LeadStatus[]; where: Prisma.Sql } {
  const { from } = transitions[action]
  if (action === 'send_again')
    return { from, where: Prisma.sql`${isBornIn(environment)} AND ${isNotReplaced}` }
  if (action === 'settle') return inDoubt
  if (action === 'unsettle') return { from, where: canUnsettle }
  return { from, where: Prisma.sql`TRUE` }
}

/** Leads that may be in Vitec without our knowing: those that were sent, and those of a restored database. */
export const inDoubt = {
  from: [...transitions.settle.from, ...transitions.settle_restored.from],
  where: Prisma.sql`(lead.status = 'unknown' OR ${isOfRestore})`,
}

/** What becomes of a lead's row. */
export function changeOf(action: PlainAction, lane = 0): Prisma.Sql {
  switch (action) {
    case 'send_again':
      // What becomes of it then is news, also of one that was set aside.
      return Prisma.sql`status = 'pending', next_attempt_at = delivery_clock(), schedule_step = 0, lane = ${lane},
        set_aside_at = NULL`
    case 'settle':
      return Prisma.sql`status = 'delivered', delivered_at = delivery_clock(), next_attempt_at = NULL, last_word = ${settled},
        settled_from = lead.status`
    case 'cancel':
      return Prisma.sql`status = 'cancelled', next_attempt_at = NULL, last_word = ${cancelled}`
    case 'unsettle':
      return Prisma.sql`status = settled_from, settled_from = NULL, delivered_at = NULL, last_word = NULL,
        next_attempt_at = CASE WHEN settled_from = 'pending' THEN delivery_clock() END`
  }
}

type MoveAtRest = {
  leadId: string
  from: readonly LeadStatus[]
  /** What becomes of the row. */
  change: Prisma.Sql
  /** What else must hold of the table `lead`. */
  where: Prisma.Sql
}

/**
 * Moves a lead that no attempt is under way for: one conditional UPDATE of a locked row, so that of two callers one does it.
 * Resolves to whether it did.
 */
export async function moveAtRest(
  transaction: Prisma.TransactionClient,
  { leadId, from, change, where }: MoveAtRest,
): Promise<boolean> {
  await lockLead(transaction, leadId)
  const changed = await transaction.$executeRaw`
    UPDATE lead SET ${change}
    WHERE id = ${leadId}::uuid AND status::text IN (${Prisma.join([...from])}) AND ${where}
      AND ${hasPerson} AND ${isAtRest}`
  return changed > 0
}

/**
 * Takes a lead off the list of what there is to do, or puts it back there; recorded with it. Resolves to whether that changed
 * anything: only what is on the list can be set aside, and only what was set aside put back. What is sent again, or answered
 * after all, is put back with that.
 */
export function setAside(
  prisma: PrismaClient,
  leadId: string,
  isAside: boolean,
  requester: Requester,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const changed = isAside
      ? await transaction.$executeRaw`
          UPDATE lead SET set_aside_at = delivery_clock() WHERE id = ${leadId}::uuid AND ${isToDo} AND ${isAtRest}`
      : await transaction.$executeRaw`
          UPDATE lead SET set_aside_at = NULL WHERE id = ${leadId}::uuid AND set_aside_at IS NOT NULL`
    if (changed === 0) return false
    await recorded(transaction, requester, isAside ? 'lead.set-aside' : 'lead.put-back', `lead:${leadId}`)
    return true
  })
}

/**
 * Waits until no other transaction changes the lead, and keeps others from it until this one ends. A statement of its
 * own: one that waits for a row sees the row as it is then, but everything else as it was before.
 */
async function lockLead(transaction: Prisma.TransactionClient, leadId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id::text FROM lead WHERE id = ${leadId}::uuid FOR NO KEY UPDATE`
}
