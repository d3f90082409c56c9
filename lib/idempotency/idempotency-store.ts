/** A request that must not be done twice: who asks, by which key, with which body. */
export type IdempotentRequest = { caller: string; key: string; bodyHash: Uint8Array<ArrayBuffer> }

/** An answer as it went over the wire. */
export type KeptAnswer = { httpStatus: number; body: string }

/**
 * What is known of a key.
 * - `free`: nothing, or it has expired.
 * - `other_body`: it was used with another body.
 * - `answered`: its first answer.
 * - `unanswered`: a lead is stored for it, so many ms ago; that tells whether its request can still be under way.
 */
export type KeyState =
  | { kind: 'free' }
  | { kind: 'other_body' }
  | { kind: 'answered'; answer: KeptAnswer }
  | { kind: 'unanswered'; leadId: string; ageMs: number }

/** By the database's clock, if it is believed. Keys are claimed where leads are stored, in the same transaction; here they are read and answered. */
export type IdempotencyStore = {
  find(request: IdempotentRequest): Promise<KeyState>
  /** Keeps the answer if there is none yet; resolves to the one that is kept. */
  keep(request: IdempotentRequest, answer: KeptAnswer): Promise<KeptAnswer>
}

/**
 * What a submission came to. `stored`: it was stored by this request; `askAgainInS`: after how many seconds there may be news of
 * it, `null` where none are to come. `replayed`: by another one with its key, whose
 * answer this is. `key_reused`: its key was used with another body. `key_in_flight`: another one with its key is under
 * way, or may be; ask again in so many seconds.
 */
export type Submitted =
  | { kind: 'stored'; answer: KeptAnswer; askAgainInS: number | null }
  | { kind: 'replayed'; answer: KeptAnswer }
  | { kind: 'key_reused' }
  | { kind: 'key_in_flight'; retryAfterS: number }
