import { type DeliverLeadPorts, deliverLead } from '@/lib/deliveries/deliver-lead'
import { Dispatcher } from '@/lib/deliveries/dispatcher'
import type { Agenda } from './agenda'
import type { Stillness, StrikePlace } from './plan'

/** What an instance finds around itself, and its fate. */
export type Surroundings = {
  agenda: Agenda
  /** A database and Vitec, each behind a network. */
  waysOf: (instance: Instance) => Pick<DeliverLeadPorts, 'store' | 'vitec'>
  /** Something may happen to it before it learns something; what it asked for is done already. */
  strike: (instance: Instance, at: StrikePlace) => void
  /** Whether it would be told the same again if it asked for a place. */
  isQuiet: () => boolean
  onError: (error: unknown) => void
}

/**
 * A process that sends: the product's own dispatcher and delivery, with a clock, a store and a Vitec that are simulated.
 * It may be stopped at any moment, go on, crash and be started again.
 */
export class Instance {
  readonly #around: Surroundings
  readonly #skewMs: number
  /** Counts its starts; what an earlier life had begun is forgotten. */
  #life = 0
  #isUp = false
  #stillUntil = 0
  /** What its clocks have not counted, in ms. */
  #uncounted = { monotonic: 0, uptime: 0 }
  /** Since when it has been up and going. */
  #goingSince = 0

  constructor(around: Surroundings, skewMs: number) {
    this.#around = around
    this.#skewMs = skewMs
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get wallMs(): number {
    return this.#around.agenda.now + this.#skewMs
  }

  /** For how long it has been able to do something, in ms. */
  get goingForMs(): number {
    return this.#isUp ? this.#around.agenda.now - Math.max(this.#goingSince, this.#stillUntil) : 0
  }

  /** Does nothing where it is up already. */
  start(): void {
    const { agenda, waysOf, onError } = this.#around
    if (this.#isUp) return
    this.#life += 1
    this.#isUp = true
    this.#stillUntil = 0
    this.#goingSince = agenda.now
    const { store, vitec } = waysOf(this)
    const ports = {
      ...{ store, vitec, clocks: this.#clocks() },
      ...{ isMagic: () => false, random: () => 0, mayBegin: () => true },
      wait: (ms: number) => this.soon(ms, 'timer', () => undefined),
    }
    const dispatcher = new Dispatcher({
      store,
      onError,
      deliver: (place) => deliverLead(ports, place),
      later: (ms, what) => this.#sleep(ms, what),
    })
    dispatcher.start()
    this.wake = () => dispatcher.wake()
  }

  /** Tells it that something may be due. */
  wake: () => void = () => undefined

  /** It is gone at once, with all that it knew. */
  crash(): void {
    this.#life += 1
    this.#isUp = false
    this.wake = () => undefined
  }

  /** It does nothing for a while, and does not know. */
  standStill({ ms, kind }: Stillness): void {
    this.#stillUntil = this.#around.agenda.now + ms
    if (kind !== 'stopped') this.#uncounted.monotonic += ms
    if (kind === 'frozen') this.#uncounted.uptime += ms
  }

  get life(): number {
    return this.#life
  }

  /**
   * Something that the process does in so many ms, or when it goes on; never where it has crashed since that `life`. It may be
   * struck right before.
   */
  soon<T>(ms: number, at: StrikePlace | 'timer', what: () => T, life = this.#life): Promise<T> {
    const { agenda, strike } = this.#around
    return new Promise((resolve) => {
      let isSpared = at === 'timer'
      const happen = async () => {
        if (life === this.#life && this.#stillUntil <= agenda.now && !isSpared && at !== 'timer') {
          isSpared = true
          strike(this, at)
        }
        if (life !== this.#life) return
        if (this.#stillUntil > agenda.now) agenda.add(this.#stillUntil, happen)
        else resolve(what())
      }
      agenda.add(agenda.now + ms, happen)
    })
  }

  /** Between two questions for a place. One that would be answered as the last is not asked. */
  #sleep(ms: number, what: () => void): () => void {
    const { agenda, isQuiet } = this.#around
    const life = this.#life
    let callOff: () => void = () => undefined
    const happen = () => {
      if (life !== this.#life) return undefined
      const again = Math.max(this.#stillUntil, isQuiet() ? agenda.now + ms : 0)
      if (again <= agenda.now) return Promise.resolve(what())
      callOff = agenda.add(again, happen, true)
      return undefined
    }
    callOff = agenda.add(agenda.now + ms, happen, true)
    return () => callOff()
  }

  #clocks() {
    const { agenda } = this.#around
    return {
      monotonicMs: () => agenda.now - this.#uncounted.monotonic,
      // It is kept in steps of 10 ms.
      uptimeMs: () => Math.floor((agenda.now - this.#uncounted.uptime) / 10) * 10,
      wallMs: () => this.wallMs,
    }
  }
}
