import { inDoubt } from '@/lib/deliveries/store/move-lead'
import { type EnvironmentId, isLive } from '@/lib/delivery/environment/environment'
import type { WaitingAction, WaitingFilter } from '@/lib/delivery/hold/waiting-leads'
import { isAtRest, isBornIn, isHeld } from '../conditions'
import { Prisma } from '../generated/client'

const isPending = Prisma.sql`lead.status = 'pending'`
const nothing = Prisma.sql`FALSE`

/** The leads of a filter that wait, or are in doubt: of this environment while it is held, or of one that was named. */
export function isWaiting(here: EnvironmentId, filter: WaitingFilter): Prisma.Sql {
  const { customer, status, leadId, environment } = filter
  const place = environment === null || environment === here ? isHereAndHeld(here) : isBornIn(environment)
  return Prisma.join(
    [
      Prisma.sql`lead.status IN ('pending', 'unknown') AND lead.anonymised_at IS NULL AND ${place}`,
      ...(customer === null ? [] : [Prisma.sql`lead.vitec_customer_id = ${customer}`]),
      ...(status === null ? [] : [Prisma.sql`lead.status = ${status}::lead_status`]),
      ...(leadId === null ? [] : [Prisma.sql`lead.id = ${leadId}::uuid`]),
    ],
    ' AND ',
  )
}

const isHereAndHeld = (here: EnvironmentId) => Prisma.sql`${isBornIn(here)} AND ${isHeld}`

/** Those of them that something may be done to. Never between the sandbox and a Vitec that is called live. */
export function isOpenTo(action: WaitingAction, here: EnvironmentId, filter: WaitingFilter): Prisma.Sql {
  const isElsewhere = filter.environment !== null && filter.environment !== here
  return Prisma.sql`${isWaiting(here, filter)} AND ${isAtRest} AND ${openTo(action, here, isElsewhere)}`
}

function openTo(action: WaitingAction, here: EnvironmentId, isElsewhere: boolean): Prisma.Sql {
  switch (action) {
    case 'cancel':
      return isPending
    case 'move':
      return isElsewhere && isLive(here)
        ? Prisma.sql`${isPending} AND lead.environment <> 'sandbox'`
        : nothing
    case 'release':
      return isElsewhere ? nothing : isPending
    case 'settle':
    case 'look_up':
      return isElsewhere ? nothing : inDoubt.where
  }
}
