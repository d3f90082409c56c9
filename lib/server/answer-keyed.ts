import type { Services } from '@/lib/composition/services'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { answerOnce } from '@/lib/idempotency/answer-once'
import { bodyHash } from '@/lib/idempotency/body-hash'
import { idempotencyKey } from '@/lib/idempotency/idempotency-key'
import type { IdempotentRequest, KeptAnswer } from '@/lib/idempotency/idempotency-store'
import type { LeadWarning } from '@/lib/leads/lead-warning'

/** How a lead's state is put into an answer. */
export type WriteAnswer = (state: LeadState, warnings: LeadWarning[]) => KeptAnswer

type Keyed = {
  request: Request
  /** The body, read as JSON. */
  value: unknown
  /** Whose key it is: keys of different callers have nothing to do with each other. */
  caller: string
  /** For a lead whose first request crashed before it answered. */
  write: WriteAnswer
}

/**
 * Does `work` once per `Idempotency-Key` of the request; without the header, each time.
 * @throws {AppError} `invalid_idempotency_key`, `key_reused`, `key_in_flight`, and what `work` throws.
 */
export async function answerKeyed(
  { idempotency: store, deliveryStore, leads }: Services,
  { request, value, caller, write }: Keyed,
  work: (idempotency: IdempotentRequest | null) => Promise<KeptAnswer | null>,
): Promise<{ answer: KeptAnswer; replayed: boolean }> {
  const key = idempotencyKey(request.headers.get('idempotency-key'))
  if (key === null) return { answer: taken(await work(null)), replayed: false }
  const idempotency = { caller, key, bodyHash: bodyHash(value) }
  const recover = async (leadId: string) => {
    const [state, record] = await Promise.all([deliveryStore.state(leadId), leads.record(leadId)])
    if (!state || !record) throw new Error('a key is kept for a lead that is gone')
    return write(state, record.warnings)
  }
  return answerOnce({ store, recover }, idempotency, () => work(idempotency))
}

/** Without a key there is none that another request could have. */
function taken(answer: KeptAnswer | null): KeptAnswer {
  if (answer === null) throw new Error('a lead without a key was refused for its key')
  return answer
}
