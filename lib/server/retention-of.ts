import type { Env } from '@/lib/env'
import type { Retention } from '@/lib/privacy/retention-run'

/** How long leads keep their persons, by the settings. */
export function retentionOf({ RETENTION_MONTHS, RETENTION_OFF_REASON = '' }: Env): Retention {
  if (RETENTION_MONTHS === 'off') return { months: null, reason: RETENTION_OFF_REASON }
  return { months: RETENTION_MONTHS }
}
