import type { Requester } from '@/lib/audit/audit-event'
import type { SendingHold, WaitingOverview } from './sending-hold'
import type {
  WaitingAction,
  WaitingCount,
  WaitingFilter,
  WaitingPage,
  WaitingQuery,
  WaitingStepRequest,
} from './waiting-lead'

/** Leads whose turn it is in a step, in order. `changed`: there are more than the person was shown. */
export type StepSet = { kind: 'leads'; ids: string[] } | { kind: 'changed'; total: number }

/** What a step did that the database alone can do. */
export type StepDone = { kind: 'done'; seen: string[]; done: number } | { kind: 'changed'; total: number }

/** What holding all sending needs of the database. */
export type HoldStore = {
  read(): Promise<SendingHold | null>
  /** Holds all sending, unless it is held; whether it was not. Its audit event is written with it. */
  begin(requester: Requester): Promise<boolean>
  /** Ends this hold, and no other; whether it was there. Its audit event is written with it. */
  lift(id: string, requester: Requester): Promise<boolean>
  overview(): Promise<WaitingOverview>
  list(query: WaitingQuery): Promise<WaitingPage>
  count(action: WaitingAction, filter: WaitingFilter): Promise<WaitingCount>
  /** Does one step in one short transaction, which has its audit event too, where it changed something. */
  step(
    request: WaitingStepRequest & { action: Exclude<WaitingAction, 'look_up'> },
    requester: Requester,
  ): Promise<StepDone>
  /** The next few leads that are to be looked up. That they are is recorded. */
  next(request: WaitingStepRequest, limit: number, requester: Requester): Promise<StepSet>
}
