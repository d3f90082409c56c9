import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError } from '@/lib/api-client/call-api'
import type { DraftContent, KeptDraft, SaveDraftRequest } from '@/lib/drafts/draft'
import { DraftKeeper } from './draft-keeper'

const draftOf = (first_name: string): DraftContent => ({ values: { person: { first_name } }, replaces: null })

/** The server: one draft, with a revision. */
function server() {
  const kept: { revision: number | null; draft: DraftContent | null } = { revision: null, draft: null }
  const saves: SaveDraftRequest[] = []
  return {
    kept,
    saves,
    read: async (): Promise<KeptDraft> => ({
      revision: kept.revision,
      draft: kept.draft && { ...kept.draft, savedAt: '2026-03-01T12:00:00Z' },
      unsent: [],
    }),
    save: async (request: SaveDraftRequest) => {
      saves.push(request)
      if (request.seen !== kept.revision) throw apiError(409, { code: 'draft_changed' })
      kept.revision = (kept.revision ?? 0) + 1
      kept.draft = request.draft
      return { revision: kept.revision }
    },
  }
}
const none: KeptDraft = { revision: null, draft: null, unsent: [] }

describe('a draft in a tab', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is saved once for what is typed in a second, and not at every key', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    for (const name of ['E', 'Er', 'Eri', 'Erik']) keeper.change(draftOf(name))
    expect(keeper.isKept()).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.saves).toEqual([{ draft: draftOf('Erik'), seen: null }])
    expect(keeper.isKept()).toBe(true)
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.saves).toHaveLength(1)
  })

  it('is saved at once when the page goes', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    keeper.change(draftOf('Erik'))
    keeper.flush(true)
    expect(there.saves).toHaveLength(1)
  })

  it('says, when the page goes, what it has sent and has no answer to: that is no other tab’s', async () => {
    const there = server()
    let answer = () => {}
    const slow = {
      ...there,
      save: async (request: SaveDraftRequest, isLast: boolean) => {
        if (isLast) return there.save(request)
        await new Promise<void>((resolve) => (answer = resolve))
        return there.save(request)
      },
    }
    const keeper = new DraftKeeper(slow, none)
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    keeper.change(draftOf('Erika'))
    keeper.flush(true)
    expect(there.saves).toEqual([{ draft: draftOf('Erika'), seen: null, onItsWay: draftOf('Erik') }])
    answer()
  })

  it('is told apart from another tab’s, and saves nothing until a person has chosen', async () => {
    const there = server()
    const [stale, other] = [new DraftKeeper(there, none), new DraftKeeper(there, none)]
    other.change(draftOf('Astrid'))
    await vi.advanceTimersByTimeAsync(1_000)
    stale.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(stale.isOther()).toBe(true)
    stale.change(draftOf('Erik A'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.kept.draft).toEqual(draftOf('Astrid'))
    expect(await stale.takeOther()).toBe(true)
    expect(stale.content).toEqual(draftOf('Astrid'))
    expect(stale.isOther()).toBe(false)
  })

  it('takes the place of another tab’s at a person’s word', async () => {
    const there = server()
    const [mine, other] = [new DraftKeeper(there, none), new DraftKeeper(there, none)]
    other.change(draftOf('Astrid'))
    await vi.advanceTimersByTimeAsync(1_000)
    mine.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    mine.keepMine()
    await vi.advanceTimersByTimeAsync(0)
    expect(there.kept.draft).toEqual(draftOf('Erik'))
    expect([mine.isOther(), mine.isKept()]).toEqual([false, true])
    other.look()
    await vi.advanceTimersByTimeAsync(0)
    expect(other.isOther()).toBe(true)
  })

  it('is emptied for the next lead only once what it held is kept under a key of its own', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    let isKept = () => {}
    void keeper.putAside('k', () => new Promise<void>((resolve) => (isKept = resolve)))
    keeper.change(draftOf('Astrid'))
    await vi.advanceTimersByTimeAsync(5_000)
    keeper.flush(true)
    expect(there.kept.draft).toEqual(draftOf('Erik'))
    expect(keeper.isKept()).toBe(false)
    isKept()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.kept.draft).toEqual(draftOf('Astrid'))
    expect([keeper.isKept(), keeper.isOther()]).toEqual([true, false])
  })

  it('stays what it was where that could not be kept elsewhere, until it is known what became of the lead', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    await keeper.putAside('k', () => Promise.reject(new Error('no network')))
    keeper.change(draftOf('Astrid'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(there.kept.draft).toEqual(draftOf('Erik'))
    keeper.settled('k')
    await vi.advanceTimersByTimeAsync(0)
    expect(there.kept.draft).toEqual(draftOf('Astrid'))
  })

  it('says in an older tab that what it shows was sent from another', async () => {
    const there = server()
    there.kept.revision = 1
    const keeper = new DraftKeeper(there, {
      revision: 1,
      draft: { ...draftOf('Erik'), savedAt: '2026-03-01T12:00:00Z' },
      unsent: [],
    })
    Object.assign(there.kept, { revision: 2, draft: null })
    keeper.look()
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.isOther()).toBe(true)
    await keeper.takeOther()
    expect(keeper.content).toBeNull()
  })

  it('tries again with the next change where it could not be saved', async () => {
    const there = server()
    let isAway = true
    const keeper = new DraftKeeper(
      {
        ...there,
        save: async (request) => (isAway ? Promise.reject(apiError(null, null)) : there.save(request)),
      },
      none,
    )
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([keeper.isKept(), keeper.isOther()]).toEqual([false, false])
    isAway = false
    keeper.change(draftOf('Erik A'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(keeper.isKept()).toBe(true)
  })

  it('is none of a lead that did not arrive and is kept elsewhere, before that is changed', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    keeper.change(draftOf('Erik'))
    await vi.advanceTimersByTimeAsync(1_000)
    const dropped = vi.fn()
    keeper.hold({ key: 'k', content: draftOf('Erik'), isKept: true, drop: dropped })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.kept.draft, 'a page that is opened anew does not offer it once more').toBeNull()
    expect(keeper.isKept()).toBe(true)
    expect(keeper.unsentKey(draftOf('Erik'))).toBe('k')
    keeper.change(draftOf('Erik A'))
    expect(keeper.unsentKey(draftOf('Erik A'))).toBeNull()
    expect(dropped).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(there.kept.draft).toEqual(draftOf('Erik A'))
    expect(dropped, 'not before the other is kept').toHaveBeenCalledOnce()
  })

  it('is of a lead that did not arrive and could not be kept elsewhere either', async () => {
    const there = server()
    const keeper = new DraftKeeper(there, none)
    keeper.hold({ key: 'k', content: draftOf('Erik'), isKept: false, drop: () => {} })
    await vi.advanceTimersByTimeAsync(0)
    expect(there.kept.draft).toEqual(draftOf('Erik'))
    expect(keeper.unsentKey(draftOf('Erik'))).toBe('k')
  })

  it('keeps no lead from being sent that cannot be kept first', async () => {
    const keeper = new DraftKeeper(server(), none)
    keeper.change(draftOf('Erik'))
    const waited = keeper.putAside('k', () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(1_500)
    await expect(waited).resolves.toBeUndefined()
  })
})
