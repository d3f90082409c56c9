import { isBornIn, isPaused } from '@/lib/db/conditions'
import type { EnvironmentId } from '@/lib/environments/environment'
import { Prisma } from '../../generated/client'
import { isUnderWay } from '../under-way'

/**
 * That a lead received before `cutoff` may be anonymised now. One that is being sent, or will be as soon as its time
 * comes, is left for another night; not so one whose customer is paused, or that was born elsewhere, because what nobody
 * mends must not keep a person for ever.
 */
export const isDue = (environment: EnvironmentId, cutoff: Date) => Prisma.sql`
  anonymised_at IS NULL AND received_at < ${cutoff} AND NOT ${isUnderWay}
  AND (status <> 'pending' OR ${isPaused} OR (${isBornIn(environment)}) IS NOT TRUE)`
