import { callApi } from '@/lib/api-client/call-api'
import { type WaitingStepRequest, waitingStepSchema } from '@/lib/sending/waiting-lead'

/** How far an act on many leads has come: those looked at, and those it was done to. */
export type Progressed = { seen: number; done: number }

type Act = Pick<WaitingStepRequest, 'action' | 'filter' | 'until'> & { total: number }

/**
 * Does an act step by step, until it is through or no longer wanted. Broken off, what was done stays done, and the act can
 * be begun anew.
 * @throws {ApiError} of the step that failed
 */
export async function runSteps(
  { total, ...act }: Act,
  { onStep, isWanted }: { onStep: (so: Progressed) => void; isWanted: () => boolean },
): Promise<Progressed> {
  const id = crypto.randomUUID()
  let so: Progressed = { seen: 0, done: 0 }
  let after: string | null = null
  while (so.seen < total && isWanted()) {
    const body: WaitingStepRequest = { ...act, id, expected: total - so.seen, after }
    const step = await callApi('/api/staff/sending/step', { method: 'POST', body, answer: waitingStepSchema })
    so = { seen: so.seen + step.seen, done: so.done + step.done }
    onStep(so)
    after = step.next
    if (after === null) break
  }
  return so
}
