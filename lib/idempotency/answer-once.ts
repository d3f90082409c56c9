import { withinBudget } from '@/lib/delivery/within-budget'
import { AppError } from '@/lib/errors'
import type { IdempotencyStore, IdempotentRequest, KeptAnswer } from './idempotency-store'

/** How long a request may be under way, in ms: a caller waits 8 s for an attempt. Older ones have crashed. */
const inFlightLimit = 15_000

/** Seconds after which a caller may ask again for a request that is under way. */
const retryAfter = 2

/** How long an answer that is known waits to be kept, in ms. */
const keepBudget = 1_500

type Ports = {
  store: IdempotencyStore
  /** The answer for a lead whose request never answered, as the lead stands now. */
  recover: (leadId: string) => Promise<KeptAnswer>
}

/**
 * Does a request once per key, and gives its first answer to all that follow.
 *
 * `work` stores the lead and claims the key in one transaction, and resolves to `null` where somebody else has it.
 * What it throws leaves the key free.
 * @throws {AppError} `key_reused` with another body, `key_in_flight` while the first request is under way.
 */
export async function answerOnce(
  ports: Ports,
  request: IdempotentRequest,
  work: () => Promise<KeptAnswer | null>,
): Promise<{ answer: KeptAnswer; replayed: boolean }> {
  const { store, recover } = ports
  const state = await store.find(request)
  switch (state.kind) {
    case 'answered':
      return { answer: state.answer, replayed: true }
    case 'other_body':
      throw new AppError('key_reused', 'This Idempotency-Key was used with another body.')
    case 'unanswered': {
      if (state.ageMs < inFlightLimit) {
        const message = 'A request with this Idempotency-Key is being processed right now.'
        throw new AppError('key_in_flight', message, {}, retryAfter)
      }
      return { answer: await store.keep(request, await recover(state.leadId)), replayed: true }
    }
    case 'free': {
      const answer = await work()
      if (answer === null) return answerOnce(ports, request, work)
      // The lead is stored: an answer that cannot be kept, or not soon, is given all the same, and made anew for the next.
      const kept = store.keep(request, answer).catch(() => null)
      return { answer: (await withinBudget(kept, keepBudget)) ?? answer, replayed: false }
    }
  }
}
