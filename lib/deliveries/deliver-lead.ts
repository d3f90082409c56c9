import { afterAttempt } from './after-attempt'
import type { AttemptResult, ErrorKind, Prepared } from './attempt-result'
import type {
  BookedPlace,
  DeliveryStore,
  LeadState,
  LeadToSend,
  OpenAttempt,
  Settled,
} from './delivery-store'
import { beginLease, type Clocks } from './lease'

/** Where an attempt stands: its place's moment has come, its claim is written, or its answer is there and not yet recorded. */
export type Moment = 'placed' | 'claimed' | 'answered'

export type DeliverLeadPorts = {
  store: DeliveryStore
  vitec: { prepare(lead: LeadToSend): Promise<Prepared> }
  /** Whether what a customer's leads meet says nothing of Vitec. */
  isMagic: (vitecCustomerId: string) => boolean
  random: () => number
  /** As soon as it says no, nothing more is begun; the place passes by. */
  mayBegin: () => boolean
  wait: (ms: number) => Promise<unknown>
  /** As {@link beginLease} has it, where it is not told. */
  leaseMs?: number | undefined
  /** As `nextAttemptDelay` has it. */
  pace?: number | undefined
  /** What a lease goes by. Absent: the process's own. */
  clocks?: Clocks
  /** Is told of each moment, and waited for there. */
  onMoment?: OnMoment | undefined
  /** Is told how an attempt ended. */
  onEnded?: (attempt: EndedAttempt) => void
  /** Is told that a customer's pause is over, by the attempt of a lead. */
  onResumed?: (resumed: Pick<EndedAttempt, 'leadId' | 'customer'>) => void
}

/** An attempt that has ended, for the log and the metrics. `ms`: from its claim to the answer. */
export type EndedAttempt = {
  leadId: string
  number: number
  outcome: AttemptResult['outcome']
  errorKind: ErrorKind | null
  ms: number
  /** Vitec's id of its customer; `null` where that is not on our list, because then a caller may have written anything. */
  customer: string | null
  /** How its writing down went: an answer that comes a second time is not told twice. */
  settled: Settled['kind']
  /** From when its lead came in, in ms. */
  sinceReceivedMs: number
  /** Whether it was the one lead that is tried while its customer is paused, or spared by its breaker. */
  isProbe: boolean
  /** Why its customer is paused from now on; `null` where it is not, or was before. */
  pausedFor: ErrorKind | null
  breaker: 'opened' | 'closed' | null
}

export type OnMoment = (moment: Moment) => Promise<unknown>

/**
 * Makes the attempt that a place was booked for, when its moment has come; answers how the lead stands then, or `null` where
 * the place was missed or the lead is not what it was.
 *
 * The attempt's row is written before the call and closed after it: a crash in between leaves an open row, which is found
 * later and shown as an unknown outcome. The lease begins before the claim is asked for: a process that stood still since
 * sends nothing any more.
 */
export async function deliverLead(ports: DeliverLeadPorts, place: BookedPlace): Promise<LeadState | null> {
  const { store, vitec, wait } = ports
  const isDue = wait(place.waitMs)
  const found = place.found ?? (await store.read(place.leadId))
  if (!found) return null
  const request = await vitec.prepare(found)
  await isDue
  await ports.onMoment?.('placed')
  if (!ports.mayBegin()) return null
  const lease = beginLease(ports.clocks, ports.leaseMs)
  const attempt = await store.claim(place, request)
  if (!attempt) return null
  await ports.onMoment?.('claimed')
  return settle(ports, found.lead, { ...attempt, isProbe: place.isProbe }, request.send(lease))
}

async function settle(
  { store, isMagic, random, pace, wait, onMoment, onEnded, onResumed }: DeliverLeadPorts,
  { vitecCustomerId }: LeadToSend['lead'],
  { isProbe, ...attempt }: OpenAttempt & { isProbe: boolean },
  sending: ReturnType<Prepared['send']>,
): Promise<LeadState | null> {
  const began = performance.now()
  const result = await sending
  const ms = Math.round(performance.now() - began)
  await onMoment?.('answered')
  const { scheduleStep: attemptsMade, leadId, number } = attempt
  const saysNothingOfVitec = isMagic(vitecCustomerId)
  const move = afterAttempt(result, { attemptsMade, saysNothingOfVitec, random, pace })
  const settled = await recordResult(() => store.settle(attempt, result, move), wait)
  const { breaker, sinceReceivedMs } = settled.news
  const customer = settled.news.listed ? vitecCustomerId : null
  onEnded?.({
    ...{ leadId, number, outcome: result.outcome, ms, customer, settled: settled.kind, sinceReceivedMs },
    errorKind: 'errorKind' in result ? result.errorKind : null,
    isProbe: isProbe || breaker === 'stays' || breaker === 'closed',
    pausedFor: settled.news.pauseBegan ? move.pause : null,
    breaker: breaker === 'stays' ? null : breaker,
  })
  if (settled.lifts && (await store.liftPause(vitecCustomerId, attempt.startedAt)))
    onResumed?.({ leadId, customer })
  if (settled.kind === 'evidence' || settled.kind === 'before' || move.pause !== null)
    return store.state(leadId)
  const { status, nextAttemptAt } = settled
  return { id: leadId, status, word: move.word, vitecLeadId: move.vitecLeadId, nextAttemptAt, obstacle: null }
}

/**
 * In ms, between two tries. What Vitec answered is known here and nowhere else: while the database is away for a moment it
 * must not become a doubt. One that is recorded after the attempt's place was over settles the lead all the same.
 */
const waits = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]

/**
 * Writes down what an attempt came to, however often that takes. Writing it twice does no harm: the second finds the
 * attempt closed.
 * @throws what the last try threw
 */
export async function recordResult<T>(
  write: () => Promise<T>,
  wait: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (const ms of waits) {
    try {
      return await write()
    } catch {
      await wait(ms)
    }
  }
  return write()
}
