import type { Requester } from '@/lib/audit/audit-event'
import type { LookUpResult } from '@/lib/deliveries/delivery'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { HoldStore } from './hold-store'
import type { SendingState, WaitingOverview } from './sending-hold'
import type {
  WaitingAction,
  WaitingCount,
  WaitingFilter,
  WaitingPage,
  WaitingQuery,
  WaitingStep,
  WaitingStepRequest,
} from './waiting-lead'

/** Vitec is asked for one after the other, within one request of a browser. */
const lookUpsInAStep = 10

type Ports = {
  store: HoldStore
  lookUp: (leadId: string, requester: null) => Promise<LookUpResult>
  /** Sends what is due now, without being waited for. */
  wake: () => void
}

/** Holding all sending, and what becomes of the leads that wait meanwhile. */
export function createSending({ store, lookUp, wake }: Ports) {
  const state = async (): Promise<SendingState> => ({ hold: await store.read() })
  return {
    state,
    /** From when this resolves no attempt begins; those under way end as they will. Held already, it stays as it is. */
    async hold(requester: Requester): Promise<SendingState> {
      if (await store.begin(requester)) log.warn({ by: requester.by }, 'all sending is held')
      return state()
    },
    /** @throws {AppError} `not_allowed` where it is another hold by now, or none */
    async lift(id: string, requester: Requester): Promise<SendingState> {
      if (!(await store.lift(id, requester)))
        throw new AppError('not_allowed', 'It is not held, or held anew since you looked.')
      log.info({ by: requester.by }, 'sending goes on')
      wake()
      return state()
    },
    overview: (): Promise<WaitingOverview> => store.overview(),
    list: (query: WaitingQuery): Promise<WaitingPage> => store.list(query),
    count: (action: WaitingAction, filter: WaitingFilter): Promise<WaitingCount> =>
      store.count(action, filter),
    /** Does the next part of an act on many leads. @throws {AppError} `set_changed` with the new number, `total` */
    async step(request: WaitingStepRequest, requester: Requester): Promise<WaitingStep> {
      const { action } = request
      if (action === 'look_up') return lookUpStep(store, lookUp, request, requester)
      const step = await store.step({ ...request, action }, requester)
      if (step.kind === 'changed') throw setChanged(step.total)
      if (action === 'release' || action === 'move') wake()
      return { seen: step.seen.length, done: step.done, next: step.seen.at(-1) ?? null }
    },
  }
}

async function lookUpStep(
  store: HoldStore,
  lookUp: Ports['lookUp'],
  request: WaitingStepRequest,
  requester: Requester,
): Promise<WaitingStep> {
  const next = await store.next(request, lookUpsInAStep, requester)
  if (next.kind === 'changed') throw setChanged(next.total)
  let done = 0
  for (const id of next.ids) if (await isFound(lookUp, id)) done++
  return { seen: next.ids.length, done, next: next.ids.at(-1) ?? null }
}

/** A lead that was dealt with meanwhile is not looked up any more. */
async function isFound(lookUp: Ports['lookUp'], id: string): Promise<boolean> {
  try {
    const result = await lookUp(id, null)
    if (result.kind === 'failed') throw new AppError('neighbour_failed', 'Vitec could not be asked.')
    return result.kind === 'found'
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_allowed') return false
    throw error
  }
}

function setChanged(total: number): AppError {
  return new AppError('set_changed', `There are ${total} such leads now; nothing was done.`, { total })
}
