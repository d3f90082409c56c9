import { ApiError } from '@/lib/api-client/call-api'
import type { DraftContent, KeptDraft, SaveDraftRequest } from '@/lib/drafts/draft'

type DraftApi = {
  read: () => Promise<KeptDraft>
  /** `isLast`: the page is going, and does not wait for the answer. */
  save: (request: SaveDraftRequest, isLast: boolean) => Promise<{ revision: number }>
}

/** How long after a change it is saved, in ms: once for all that is typed meanwhile. */
const pause = 1_000
/** How long sending waits for what is being saved, in ms. */
const patience = 1_500

/**
 * Keeps what is typed in this tab on the server, one step at a time, and finds out when another tab has kept something else:
 * then nothing is saved until a person has said which of the two it is to be.
 */
export class DraftKeeper {
  readonly #api: DraftApi
  readonly #listeners = new Set<() => void>()
  /** What the form holds, and what of it the server has; as JSON, to be compared. */
  #content: DraftContent | null = null
  #saved: string
  #seen: number | null
  #isOther = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #steps: Promise<void> = Promise.resolve()

  constructor(api: DraftApi, { revision, draft }: KeptDraft) {
    this.#api = api
    this.#seen = revision
    this.#content = draft && { values: draft.values, replaces: draft.replaces }
    this.#saved = JSON.stringify(this.#content)
  }

  /** What the tab holds, also after its form is gone. */
  get content(): DraftContent | null {
    return this.#content
  }

  /** The revision that the server has of it; `null` before anything was kept. */
  get seen(): number | null {
    return this.#seen
  }

  /** Whether another tab has kept something else. */
  readonly isOther = (): boolean => this.#isOther

  /** Whether all that was changed here is on the server. */
  readonly isKept = (): boolean => JSON.stringify(this.#content) === this.#saved

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The form holds something else. */
  change(content: DraftContent | null): void {
    this.#content = content
    this.#timer ??= setTimeout(() => this.flush(), pause)
  }

  /** Saves what is not saved yet, without waiting for more to be typed. */
  flush(isLast = false): void {
    this.#stopTimer()
    if (isLast) void this.#save(true)
    else this.#steps = this.#steps.then(() => this.#save(false))
  }

  /** Resolves when what the form holds is kept, or after a while all the same: nothing may keep a lead from being sent. */
  async settle(): Promise<void> {
    this.flush()
    await Promise.race([this.#steps, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  /** Its lead is stored, and the server has emptied it: what is typed from here on is another. */
  sent(): void {
    this.#stopTimer()
    this.#content = null
    this.#saved = 'null'
    this.#steps = this.#steps.then(() => this.#look(true))
  }

  /**
   * No answer came to its lead. If the server has emptied the draft, the lead was stored: it is left so until more is typed, so
   * that a page that is opened anew does not offer it once more.
   */
  unanswered(): void {
    this.#stopTimer()
    this.#steps = this.#steps.then(async () => {
      const found = await this.#api.read().catch(() => null)
      if (!found || found.draft !== null || found.revision === this.#seen) return
      this.#seen = found.revision
      this.#saved = JSON.stringify(this.#content)
    })
  }

  /** The tab begins with something else than what is kept, which is not lost before a person says so. */
  beginBeside(): void {
    if (this.#content !== null) this.#tellOther(true)
  }

  /** Looks whether another tab has kept something since. */
  look(): void {
    this.#steps = this.#steps.then(() => this.#look(false))
  }

  /** Takes what the other tab has kept in the place of what this one holds; whether it could be had. */
  async takeOther(): Promise<boolean> {
    const found = await this.#api.read().catch(() => null)
    if (!found) return false
    const { draft, revision } = found
    this.#content = draft && { values: draft.values, replaces: draft.replaces }
    this.#saved = JSON.stringify(this.#content)
    this.#seen = revision
    this.#tellOther(false)
    return true
  }

  /** Keeps what this tab holds in the place of the other. */
  keepMine(): void {
    this.#steps = this.#steps.then(async () => {
      const found = await this.#api.read().catch(() => null)
      if (!found) return
      this.#seen = found.revision
      this.#saved = ''
      this.#tellOther(false)
      await this.#save(false)
    })
  }

  async #save(isLast: boolean): Promise<void> {
    const held = JSON.stringify(this.#content)
    if (this.#isOther || held === this.#saved) return
    try {
      const { revision } = await this.#api.save({ draft: this.#content, seen: this.#seen }, isLast)
      this.#seen = revision
      this.#saved = held
    } catch (error) {
      // Whatever else it is, the next change tries again.
      if (error instanceof ApiError && error.refusal.code === 'draft_changed') this.#tellOther(true)
    }
  }

  /** `isEmpty`: this tab holds nothing that the server has. */
  async #look(isEmpty: boolean): Promise<void> {
    const found = await this.#api.read().catch(() => null)
    if (!found || found.revision === this.#seen) return
    if (isEmpty || (found.draft === null && this.#content === null)) this.#seen = found.revision
    if (found.draft !== null || (!isEmpty && this.#content !== null)) this.#tellOther(true)
  }

  #tellOther(isOther: boolean): void {
    if (this.#isOther === isOther) return
    this.#isOther = isOther
    for (const listener of this.#listeners) listener()
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
