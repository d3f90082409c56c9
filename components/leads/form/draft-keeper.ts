import { ApiError } from '@/lib/api-client/call-api'
import type { DraftContent, KeptDraft, SaveDraftRequest } from '@/lib/drafts/draft'

type DraftApi = {
  read: () => Promise<KeptDraft>
  /** `isLast`: the page is going, and does not wait for the answer. */
  save: (request: SaveDraftRequest, isLast: boolean) => Promise<{ revision: number }>
}

/**
 * `key`: what it was sent under. `isKept`: whether the server keeps it there, and so needs no draft of it beside. `drop`: has that
 * forgotten.
 */
type UnsentInForm = { key: string; content: string; isKept: boolean; drop: () => void }

/** How long after a change it is saved, in ms: once for all that is typed meanwhile. */
const pause = 1_000
/** How long a lead that is sent waits until it is kept, in ms. */
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
  /** The lead that did not arrive and that the form holds, until that is changed. */
  #unsent: UnsentInForm | null = null
  /** What goes another way and is not kept there yet, by its key. */
  readonly #going = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #steps: Promise<void> = Promise.resolve()
  /** What has been sent to be kept and is not answered yet. */
  #onItsWay: Pick<SaveDraftRequest, 'onItsWay'> = {}

  constructor(api: DraftApi, { revision, draft }: KeptDraft) {
    this.#api = api
    this.#seen = revision
    this.#content = draft && { values: draft.values, replaces: draft.replaces }
    this.#saved = JSON.stringify(this.#content)
  }

  /** What the tab holds, also after its form is gone, and the revision that the server has; `null` before anything was kept. */
  get content(): DraftContent | null {
    return this.#content
  }
  get seen(): number | null {
    return this.#seen
  }

  /** Whether another tab has kept something else. */
  readonly isOther = (): boolean => this.#isOther

  /** Whether all that was changed here is on the server. */
  readonly isKept = (): boolean => this.#going.size === 0 && JSON.stringify(this.#wanted()) === this.#saved

  /** The key of the lead that did not arrive, where this is still what it holds. */
  unsentKey(content: DraftContent): string | null {
    return this.#unsent?.content === JSON.stringify(content) ? this.#unsent.key : null
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
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

  /**
   * What the form held is sent, or laid aside, and the form is empty: `keep` keeps it under a key of its own, and only then its place
   * is emptied. Resolves when both are done, or after a while all the same: nothing may hold up a lead.
   */
  async putAside(key: string, keep: () => Promise<unknown>): Promise<void> {
    this.#stopTimer()
    this.#content = null
    const before = this.#unsent
    this.#unsent = null
    this.#going.add(key)
    this.#steps = this.#steps
      .then(keep)
      .then(() => {
        this.#going.delete(key)
        if (before && before.key !== key) before.drop()
        return this.#save(false)
      })
      .catch(() => {})
    await Promise.race([this.#steps, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  /** It is settled what became of what was put aside. */
  settled(key: string): void {
    if (this.#going.delete(key)) this.flush()
  }

  /** The form holds a lead that did not arrive. */
  hold({ content, ...unsent }: Omit<UnsentInForm, 'content'> & { content: DraftContent }): void {
    this.#content = content
    this.#unsent = { ...unsent, content: JSON.stringify(content) }
    this.flush()
  }

  /** The tab begins with something else than what is kept, which is not lost before a person says so. */
  beginBeside(): void {
    if (this.#content !== null) this.#tellOther(true)
  }

  /** Looks whether another tab has kept something since. */
  look(): void {
    this.#steps = this.#steps.then(async () => {
      const found = await this.#api.read().catch(() => null)
      if (!found || found.revision === this.#seen) return
      if (found.draft === null && this.#content === null) this.#seen = found.revision
      else this.#tellOther(true)
    })
  }

  /** Takes what the other tab has kept in the place of what this one holds; whether it could be had. */
  async takeOther(): Promise<boolean> {
    const found = await this.#api.read().catch(() => null)
    if (!found) return false
    const { draft, revision } = found
    this.#content = draft && { values: draft.values, replaces: draft.replaces }
    this.#saved = JSON.stringify(this.#content)
    this.#seen = revision
    this.#unsent = null
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

  /** What the form's own place on the server is to hold: nothing of what is kept under a key of its own. */
  readonly #wanted = () => (this.#unsent?.isKept && this.#isUnsent() ? null : this.#content)

  readonly #isUnsent = () => JSON.stringify(this.#content) === this.#unsent?.content

  async #save(isLast: boolean): Promise<void> {
    const draft = this.#wanted()
    const wanted = JSON.stringify(draft)
    if (this.#isOther || this.#going.size > 0) return
    try {
      if (wanted !== this.#saved) {
        const request = { draft, seen: this.#seen, ...this.#onItsWay }
        this.#onItsWay = { onItsWay: draft }
        const { revision } = await this.#api.save(request, isLast).finally(() => {
          this.#onItsWay = {}
        })
        this.#seen = revision
        this.#saved = wanted
      }
    } catch (error) {
      // Whatever else it is, the next change tries again.
      if (error instanceof ApiError && error.refusal.code === 'draft_changed') this.#tellOther(true)
      return
    }
    // It was changed, and is another lead by now.
    if (this.#unsent && !this.#isUnsent()) {
      this.#unsent.drop()
      this.#unsent = null
    }
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
