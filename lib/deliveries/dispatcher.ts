import type { BookedPlace, DeliveryStore, LeadState, Turn } from './delivery-store'

type DispatcherPorts = {
  store: Pick<DeliveryStore, 'takeTurns' | 'settleInterrupted' | 'isOnItsWay'>
  /** Makes the attempt of a place. */
  deliver: (place: Turn & { kind: 'place' }) => Promise<LeadState | null>
  onError: (error: unknown, leadId: string | null) => void
  /** Is told what each turn came to. */
  onTurn?: (turn: Turn) => void
  /** Does something in so many ms; what it answers calls that off. Absent: by the process's own timers. */
  later?: (ms: number, what: () => void) => () => void
}

const byTimer = (ms: number, what: () => void) => {
  const timer = setTimeout(what, ms)
  return () => clearTimeout(timer)
}

/** How long it waits at the most where nothing is due, in ms: another instance that ended may have left something. */
export const idleWaitMs = 5_000
/** How long it waits where Vitec is left alone, or the database does not answer, in ms. */
const troubleWait = 1_000
/** The most turns that are asked for at once, so that others have the schedule in between. */
const turnsAtOnce = 8
/** How often a caller's lead is looked at while it waits: another instance may have its turn. In ms. */
const lookAgain = 500

/**
 * Sends what is due, one place after the other, for as long as it is open. Whose turn it is the database says, to all
 * instances; what is due is found there too, so that nothing is lost with this process.
 */
export class Dispatcher {
  readonly #ports: DispatcherPorts
  readonly #inFlight = new InFlight()
  readonly #waiting = new Map<string, Set<(state: LeadState | null) => void>>()
  /** Whose attempt is made here: it tells by itself. */
  readonly #sending = new Set<string>()
  /** Those that a caller waits for, and that have not been looked at. */
  readonly #unseen = new Set<string>()
  #running: Promise<void> | null = null
  #closed = false
  /** What the last turn came to; none while one is asked for. */
  #last: Turn['kind'] | null = null
  /** Ends the wait that it is in. */
  #wakeUp: () => void = () => undefined
  #isWoken = false
  /** Of failures in a row the first is told: a database that is away is asked once a second. */
  #isFailing = false

  constructor(ports: DispatcherPorts) {
    this.#ports = ports
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Something may be due now. */
  wake(): void {
    this.#isWoken = true
    this.#wakeUp()
  }

  /** Begins no more attempts. Those under way go on. */
  close(): void {
    this.#closed = true
    this.wake()
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Resolves when no attempt is under way any more. After {@link close}. */
  async drained(): Promise<void> {
    await this.#running
    await this.#inFlight.settled()
  }

  /** How a lead stands after its next attempt, or `null` where that takes longer than `budgetMs` or cannot be now. */
  async outcome(leadId: string, budgetMs: number): Promise<LeadState | null> {
    let resolve: (state: LeadState | null) => void = () => undefined
    const promise = new Promise<LeadState | null>((settle) => {
      resolve = settle
    })
    const waiting = this.#waiting.get(leadId) ?? new Set()
    this.#waiting.set(leadId, waiting.add(resolve))
    this.#unseen.add(leadId)
    const timer = setTimeout(resolve, budgetMs, null)
    const looking = setInterval(() => this.#lookAt(leadId), lookAgain)
    this.wake()
    return promise.finally(() => {
      clearTimeout(timer)
      clearInterval(looking)
      waiting.delete(resolve)
      if (waiting.size > 0) return
      this.#waiting.delete(leadId)
      this.#unseen.delete(leadId)
    })
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#isWoken = false
      try {
        await this.#take()
        this.#isFailing = false
      } catch (error) {
        if (!this.#isFailing) this.#ports.onError(error, null)
        this.#isFailing = true
        this.#isWoken = false
        await this.#sleep(troubleWait)
      }
    }
  }

  async #take(): Promise<void> {
    const unseen = [...this.#unseen]
    this.#last = null
    const turns = await this.#ports.store.takeTurns(Math.min(Math.max(unseen.length, 1), turnsAtOnce))
    if (turns.some(({ abandoned }) => abandoned)) await this.#ports.store.settleInterrupted()
    for (const turn of turns) {
      this.#ports.onTurn?.(turn)
      if (turn.kind === 'place') this.#deliver(turn)
    }
    const turn = turns.at(-1)
    if (!turn || turn.kind === 'place') return
    this.#last = turn.kind
    if (turn.kind === 'full') await this.#sleep(turn.waitMs)
    else {
      // Nothing is due that may be sent: a caller who waits for a lead learns whether it still is on its way.
      for (const leadId of unseen) this.#lookAt(leadId)
      await this.#sleep(Math.min(turn.waitMs, turn.kind === 'held' ? troubleWait : idleWaitMs))
    }
  }

  #lookAt(leadId: string): void {
    this.#unseen.delete(leadId)
    if (this.#sending.has(leadId)) return
    const tell = (isOnItsWay: boolean) => {
      if (!isOnItsWay) for (const resolve of this.#waiting.get(leadId) ?? []) resolve(null)
    }
    this.#ports.store.isOnItsWay(leadId).then(tell, () => undefined)
  }

  #deliver(turn: Turn & { kind: 'place' }): void {
    const { leadId } = turn
    this.#sending.add(leadId)
    this.#unseen.delete(leadId)
    const delivering = this.#ports.deliver(turn).then((state) => {
      if (state) for (const tell of this.#waiting.get(leadId) ?? []) tell(state)
      return state
    })
    this.#inFlight
      .follow(delivering, (error) => this.#ports.onError(error, leadId))
      .then(
        (state) => this.#ended(turn, state === null),
        () => this.#ended(turn, false),
      )
  }

  /**
   * There is room again, if that was missing; a lead whose place was missed is due still; and what a probe showed may be that
   * all its customer's are.
   */
  #ended({ leadId, isProbe }: BookedPlace, wasMissed: boolean): void {
    this.#sending.delete(leadId)
    if (wasMissed || isProbe || this.#last !== 'idle') this.wake()
  }

  /** Until `wake` is called, or so many ms have passed. */
  #sleep(ms: number): Promise<void> {
    if (this.#isWoken || this.#closed) return Promise.resolve()
    const later = this.#ports.later ?? byTimer
    return new Promise((resolve) => {
      const callOff = later(ms, resolve)
      this.#wakeUp = () => {
        callOff()
        resolve()
      }
    })
  }
}

/** Work that goes on after its request was answered; a shutdown waits for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>()

  /** Follows `work` until it ends; its failure is told to `onError` and to a caller that awaits the promise itself. */
  follow<T>(work: Promise<T>, onError: (error: unknown) => void): Promise<T> {
    const followed: Promise<unknown> = work.catch(onError).finally(() => this.#work.delete(followed))
    this.#work.add(followed)
    return work
  }

  /** Resolves when nothing is in flight. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work)
  }
}
