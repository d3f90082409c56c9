import { log } from '@/lib/log'
import type { EndedAttempt } from './deliver-lead'
import type { Turn } from './delivery-store'

/**
 * A line for every attempt, and one for what it changed: a pause, a breaker. What a person may have to see to is a warning.
 * A customer that is not on our list is not named: its id is what a caller sent.
 */
export function tellEnded(attempt: EndedAttempt): void {
  const { leadId: lead_id, number, outcome, errorKind, ms, settled, isProbe, pausedFor, breaker } = attempt
  const customer = attempt.customer ?? 'unlisted'
  const line = {
    ...{ lead_id, customer, number, outcome, ms },
    ...(errorKind && { error_kind: errorKind }),
    ...(isProbe && { probe: true }),
    ...(settled !== 'on_time' && { settled }),
  }
  if (outcome === 'unknown') log.warn(line, 'an attempt ended in doubt')
  else log.info(line, 'an attempt ended')
  if (pausedFor) log.warn({ customer, lead_id, reason: pausedFor }, 'a customer is paused')
  if (breaker === 'opened') log.warn({ customer, lead_id }, 'the breaker of a customer opened')
  if (breaker === 'closed') log.info({ customer, lead_id }, 'the breaker of a customer closed')
}

/** A line for an attempt of a test: nobody here has to see to what it came to. */
export function tellTest({ leadId: lead_id, number, outcome, errorKind, ms }: EndedAttempt): void {
  const line = { lead_id, number, outcome, ms, ...(errorKind && { error_kind: errorKind }) }
  log.info(line, 'an attempt of a test ended')
}

export function tellResumed({ leadId, customer }: Pick<EndedAttempt, 'leadId' | 'customer'>): void {
  log.info({ customer: customer ?? 'unlisted', lead_id: leadId }, 'a customer is resumed by a probe')
}

/** @param attempts how many were open, made by no instance any more, and are in doubt from now on */
export function tellInterrupted(attempts: number): number {
  if (attempts > 0) log.warn({ attempts }, 'attempts were interrupted, and are in doubt')
  return attempts
}

/**
 * Follows from the turns of this instance whether Vitec is left alone because it fails as a whole, and tells the log when that
 * changes. It is tried with one lead after each pause; that it goes on is known from the next turn.
 */
export class VitecHold {
  #state: 'none' | 'held' | 'tried' = 'none'

  readonly turn = (turn: Turn): void => {
    if (turn.kind === 'held' && this.#state !== 'held') {
      this.#state = 'held'
      log.warn({ ms: turn.waitMs }, 'the breaker of Vitec opened: it fails as a whole, and is left alone')
    } else if (turn.kind === 'place' && this.#state === 'held') {
      this.#state = 'tried'
      log.info({ lead_id: turn.leadId, probe: true }, 'Vitec is tried with one lead')
    } else if ((turn.kind === 'place' || turn.kind === 'idle') && this.#state === 'tried') {
      this.#state = 'none'
      log.info({}, 'the breaker of Vitec closed')
    }
  }

  /** The place of a lead passed by, so that nothing was tried. */
  missed(): void {
    if (this.#state === 'tried') this.#state = 'held'
  }
}
