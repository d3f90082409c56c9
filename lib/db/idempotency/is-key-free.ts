import { sandbox } from '@/lib/environments/environment'
import { isClockBelievedText } from '@/lib/privacy/store/clock-watch'

/**
 * That the row of a key binds nobody any more, as SQL, given where the environment stands: a repeated request makes a lead
 * then. By a clock that is not believed no key is over, or one that is years ahead would double leads. A key of the sandbox
 * is free live, and the other way round: its answer is of made-up leads, and must not stand for a real one.
 */
export const isKeyFree = (environment: string) => `(
  (idempotency_record.expires_at <= clock_timestamp() AND ${isClockBelievedText}) OR EXISTS (
    SELECT FROM lead l WHERE l.id = idempotency_record.lead_id
      AND (l.environment = '${sandbox}') <> (${environment} = '${sandbox}')))`
