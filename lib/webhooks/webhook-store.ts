import type { Requester } from '@/lib/audit/audit-event'
import type { offReasons, Webhook, WebhookEvents } from './webhook'
import type { WebhookInput } from './webhook-input'

/** What is sent where. `secrets`: `whsec_…`, several while one is replaced. */
export type Call = { id: string; url: string; secrets: string[]; body: string }

/**
 * What came of a call: a status and how the answer began, or why there was none, such as `TIMEOUT`, `PRIVATE_ADDRESS`,
 * `CERT_HAS_EXPIRED`. `holdS`: for how many seconds the receiver wants to be left alone.
 */
export type Told = {
  fault: string | null
  httpStatus: number | null
  answer: string | null
  holdS: number | null
}

/** An event that this process tells for a while, and nobody else. `step`: tries of this schedule, this one included. */
export type ClaimedEvent = {
  number: bigint
  id: string
  payload: string
  attempt: number
  step: number
  webhookId: string
  actor: string
  url: string
  sealed: string[]
}

/** `failing`: those whose last try was in vain; they get places of their own, so that the others wait for none of them. */
export type Standing = 'well' | 'failing'

/** What follows from an attempt. `retryMs`: `null` where the event is told or given up. */
export type Settlement = Told & {
  isTold: boolean
  retryMs: number | null
  off: (typeof offReasons)[number] | null
}

export type WebhookStore = {
  /** All of them, by their sender. */
  list(): Promise<(Webhook & { actor: string })[]>
  of(actor: string): Promise<Webhook | null>
  /**
   * Makes the webhook of a sender, or changes it, and switches it on; what waits is due. `sealed`: the secret of a new one.
   * @throws {AppError} `not_found`, `not_allowed` of a key that is not there, or revoked
   */
  set(
    actor: string,
    input: WebhookInput,
    sealed: string,
    requester: Requester,
  ): Promise<{ webhook: Webhook; isNew: boolean }>
  /** @throws {AppError} `not_found` */
  rotate(actor: string, sealed: string, overlapHours: number, requester: Requester): Promise<Webhook>
  /** Stops telling, and gives up what waits. @throws {AppError} `not_found` */
  switchOff(actor: string, requester: Requester): Promise<Webhook>
  /** With all its records. @throws {AppError} `not_found` */
  remove(actor: string, requester: Requester): Promise<void>
  /** @throws {AppError} `not_found`, `not_allowed` where it is off */
  addTest(actor: string, requester: Requester): Promise<{ id: string }>
  /** Has an event told again, from the start of the schedule. @throws {AppError} `not_found`, `not_allowed` where it is off */
  resend(actor: string, eventId: string, requester: Requester): Promise<void>
  /** Newest first. @throws {AppError} `not_found` */
  events(actor: string, cursor: string | null): Promise<WebhookEvents>

  /** Every webhook with its secret as it is sealed, at most so many. */
  sealed(most: number): Promise<{ actor: string; sealed: string }[]>
  /** Puts a secret that was sealed anew in place of the same, sealed before. Resolves to whether it was there. */
  reseal(actor: string, sealed: string, anew: string): Promise<boolean>

  /** Claims events that are due, and writes down that they are tried. */
  claim(standing: Standing, most: number): Promise<ClaimedEvent[]>
  /** Writes down what came of an attempt, unless another has begun since. Resolves to whether that switched the webhook off. */
  settle(event: ClaimedEvent, settlement: Settlement): Promise<{ switchedOff: boolean }>
}
