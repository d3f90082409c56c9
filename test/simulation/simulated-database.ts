import type { DeliveryStore, OpenAttempt, OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { DeliveryState } from './state'

/** What a history does with the store. */
export type SimulatedStore = Pick<
  DeliveryStore,
  'takePlace' | 'claim' | 'settle' | 'settleInterrupted' | 'liftPause' | 'act' | 'resume'
>

/** The database of one history: the real one, a model, or both. */
export type SimulatedDatabase = {
  store: SimulatedStore
  /** What time it is to it, and to the instance that asks it, which must not matter. In ms. */
  setTime(time: Times): Promise<void>
  addLeads(leads: { id: string; customer: string }[]): Promise<void>
  /** As long as nobody writes anything until then, what was last answered to whoever asked for a place stays true. */
  quietUntil(): Promise<number>
  /** Whether a place would be had now. Changes nothing. */
  couldSend(): Promise<boolean>
  /** How many rows were written with the end of an attempt: by table. */
  writtenWith(attempt: OpenAttempt): Promise<Record<string, number>>
  /** Whether leads wait, or attempts are open. */
  isUnfinished(): Promise<boolean>
  state(): Promise<DeliveryState>
}
export type Times = { database: number; instance: number }

/** Makes the database of a history that begins then, without leads. */
export type CreateDatabase = (limits: OutboundLimits, beginMs: number) => Promise<SimulatedDatabase>
