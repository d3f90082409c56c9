import { ApiError } from '@/lib/api-client/call-api'
import type { UnsentLead } from '@/lib/drafts/draft'
import type { SentLead } from '@/lib/leads/lead'
import type { DraftKeeper } from './draft-keeper'
import {
  contentOf,
  isOpen,
  type Letter,
  type LetterBody,
  letterOf,
  noteOf,
  type OpenForm,
  type OutboxApi,
  type OutboxState,
} from './letter'
import { type SendFailure, sendFailure } from './send-failure'

/** Of one's last leads no more are told of at once. */
const mostNotes = 20

/** In ms: when what could not be kept is tried again; and how often, which is for half a day. */
const [tryAgainAfter, mostTries] = [10_000, 4_000]

/**
 * The leads that this tab sends, from the press that empties the form to what became of them. Nothing that was typed is in fewer
 * than one place: it is kept on the server under its own key before the form's place there is emptied, until it is stored.
 */
export class Outbox {
  readonly #api: OutboxApi
  /** The draft of the tab, which may be begun anew with what the server has. */
  keeper: DraftKeeper
  readonly #listeners = new Set<() => void>()
  /** Keys that are settled: what a page read before that is not told of again. */
  readonly #settled = new Set<string>()
  /** Keys of those that the server keeps. */
  readonly #kept = new Set<string>()
  #state: OutboxState = { underWay: [], unsent: [], sent: [], told: null }
  #form: OpenForm | null = null
  /** Called where a lead comes back and no form is open. */
  onAlone: (letter: Letter) => void = () => {}

  constructor(api: OutboxApi, keeper: DraftKeeper) {
    this.#api = api
    this.keeper = keeper
  }

  readonly state = (): OutboxState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** A form is there to take things back; gives back what takes that back. */
  attach(form: OpenForm): () => void {
    this.#form = form
    return () => {
      if (this.#form === form) this.#form = null
    }
  }

  /** What the server has kept, of this tab or another; what may be under way is left for a later look. */
  found(kept: UnsentLead[]): void {
    const { underWay, unsent } = this.#state
    const known = new Set([...this.#settled, ...[...underWay, ...unsent].map(({ key }) => key)])
    for (const { isUnderWay, key } of kept) if (!isUnderWay) this.#kept.add(key)
    const held = JSON.stringify(this.keeper.content)
    const others: Letter[] = []
    for (const lead of kept.filter(({ key, isUnderWay }) => !isUnderWay && !known.has(key))) {
      const letter = letterOf(lead)
      // The form may hold it already, where it came back to it.
      if (held === JSON.stringify(contentOf(letter))) this.#hold(letter)
      else others.push(letter)
    }
    if (others.length > 0) this.#set({ unsent: [...unsent, ...others] })
  }

  /** Whether anything is without an answer yet, or did not arrive. */
  readonly isBusy = (): boolean => this.#state.underWay.length + this.#state.unsent.length > 0

  /** Whether the server keeps all that waits here. */
  readonly isKept = (): boolean => this.#state.unsent.every(({ key }) => this.#kept.has(key))

  /** Sends what the form held, which is empty from here on. Resolves to the lead that was stored; `null` where none was. */
  async send(letter: Letter, content: LetterBody): Promise<SentLead | null> {
    this.#settled.delete(letter.key)
    this.#set({ underWay: [letter, ...this.#state.underWay] })
    await this.keeper.putAside(letter.key, () => this.#keep(letter))
    const answer = await this.#api.post(letter, content).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error
      return sendFailure(error)
    })
    const stored = 'status' in answer ? answer : null
    this.#set({ underWay: this.#state.underWay.filter(({ key }) => key !== letter.key) })
    if ('status' in answer) this.#stored(letter, answer)
    else this.#cameBack(letter, answer)
    this.keeper.settled(letter.key)
    return stored
  }

  /** What was begun makes room for something else, and waits beside it. */
  layAside(letter: Letter): void {
    this.#settled.delete(letter.key)
    this.#set({ unsent: [letter, ...this.#state.unsent] })
    void this.keeper
      .putAside(letter.key, () => this.#keep(letter))
      .then(() => this.#keepLater(letter))
      .finally(() => this.keeper.settled(letter.key))
  }

  /** The form has it from here on; the server keeps it under its key until it is changed or sent. */
  takeOut(letter: Letter): void {
    const { unsent, sent } = this.#state
    this.#set({
      unsent: unsent.filter((other) => other !== letter),
      sent: sent.map((note) => (note.letter === letter ? { ...note, letter: null } : note)),
    })
    // One that Vitec refused is stored: what mends it is another.
    if (!this.#settled.has(letter.key)) this.#hold(letter)
  }

  /** Its writer gives it up. */
  drop(letter: Letter): void {
    this.#settled.add(letter.key)
    this.#set({ unsent: this.#state.unsent.filter((other) => other !== letter) })
    void this.#api.drop(letter.key).catch(() => {})
  }

  /** What was given up is wanted after all. */
  restore(letter: Letter): void {
    this.#settled.delete(letter.key)
    this.#kept.delete(letter.key)
    this.#set({ unsent: [letter, ...this.#state.unsent] })
    void this.#keep(letter).catch(() => this.#keepLater(letter))
  }

  /** Its writer has seen what became of a lead. */
  dismiss(leadId: string): void {
    this.#set({ sent: this.#state.sent.filter(({ lead }) => lead.id !== leadId) })
  }

  /** Something became of a lead that was taken in. */
  became(lead: SentLead): void {
    const sent = this.#state.sent.map((note) => (note.lead.id === lead.id ? { ...note, lead } : note))
    this.#set({ sent, told: lead.id })
  }

  #stored(letter: Letter, lead: SentLead): void {
    this.#settled.add(letter.key)
    const isBack = lead.status === 'rejected' && this.#form?.takeBack(letter, lead) === true
    const note = noteOf(lead, letter, isBack)
    const others = this.#state.sent.filter((one) => isOpen(one) && one.lead.id !== letter.replaces)
    this.#set({ sent: [note, ...others].slice(0, mostNotes), told: lead.id })
  }

  #cameBack(letter: Letter, failure: SendFailure): void {
    const back = { ...letter, failure }
    if (this.#form?.takeBack(back, failure)) {
      this.#hold(back)
      return
    }
    this.#set({ unsent: [back, ...this.#state.unsent] })
    void this.#keepLater(back)
    if (!this.#form) this.onAlone(back)
  }

  /** The form holds it, and nobody else. */
  #hold(letter: Letter): void {
    const { key } = letter
    const drop = () => {
      this.#settled.add(key)
      void this.#api.drop(key).catch(() => {})
    }
    this.keeper.hold({ key, content: contentOf(letter), isKept: this.#kept.has(key), drop })
  }

  async #keep(letter: Letter): Promise<void> {
    await this.#api.keep(letter)
    this.#kept.add(letter.key)
  }

  /** What could not be kept when it left the form is kept as soon as that can be done, while it waits. */
  async #keepLater(letter: Letter): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      if (this.#kept.has(letter.key) || !this.#state.unsent.some(({ key }) => key === letter.key)) return
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter))
      await this.#keep(letter).catch(() => {})
    }
  }

  #set(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
