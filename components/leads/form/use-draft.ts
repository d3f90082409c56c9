'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type KeptDraft, keptDraftSchema, savedDraftSchema } from '@/lib/drafts/draft'
import { sentLeadSchema } from '@/lib/leads/lead'
import { doneSchema } from '@/lib/people/person-view'
import { DraftKeeper } from './draft-keeper'
import { draftToForm, emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
import type { Letter, LetterBody } from './letter'
import { Outbox } from './outbox'
import type { ReplacedLead } from './replaced-lead'
import type { LeadFormState } from './use-lead-form'

/** What the server has kept of the person who opens the form; `owner` tells people apart who use one tab. */
export type DraftStart = { owner: string; kept: KeptDraft }

const path = '/api/staff/draft'
/** How long a step may take, in ms: the next ones wait for it. */
const patience = 10_000

const api = {
  read: () => callApi(path, { answer: keptDraftSchema, isRead: true, signal: AbortSignal.timeout(patience) }),
  // Not worth a question where the session has ended: the page asks before it goes.
  save: (body: unknown, keepalive: boolean) =>
    callApi(path, {
      ...{ method: 'PUT' as const, body, keepalive, answer: savedDraftSchema, isRead: true },
      ...(!keepalive && { signal: AbortSignal.timeout(patience) }),
    }),
}

const leadApi = {
  keep: ({ key, values, replaces }: Letter) =>
    callApi(`${path}/${key}`, {
      ...{ method: 'PUT' as const, body: { values, replaces }, answer: doneSchema, isRead: true },
      // It goes on when the page is closed right after the press that sent it.
      keepalive: true,
    }),
  drop: (key: string) =>
    callApi(`${path}/${key}`, { method: 'DELETE', answer: doneSchema, isRead: true, keepalive: true }),
  post: ({ key }: Letter, body: LetterBody) =>
    callApi('/api/staff/leads', { method: 'POST', body, answer: sentLeadSchema, idempotencyKey: key }),
}

/** What a tab holds: the form that is being filled in, and the leads that left it. */
export type TabWork = { owner: string; keeper: DraftKeeper; outbox: Outbox }

/** One a tab, because a form that is left for another page has not been saved yet when it is opened again. */
let ofTab: TabWork | null = null

/** What is kept for this tab: what it held last, or what the server has where that is newer. */
function workFor({ owner, kept }: DraftStart): TabWork {
  const begin = (): TabWork => {
    const keeper = new DraftKeeper(api, kept)
    return { owner, keeper, outbox: new Outbox(leadApi, keeper) }
  }
  // What is made on the server is of one page, and of nobody else's.
  const work = typeof window === 'undefined' || ofTab?.owner !== owner ? begin() : ofTab
  if (work.keeper.isKept() && !isNotOlder(work.keeper, kept)) {
    work.keeper = new DraftKeeper(api, kept)
    work.outbox.keeper = work.keeper
  }
  work.outbox.found(kept.unsent)
  if (typeof window !== 'undefined') ofTab = work
  return work
}

const isNotOlder = ({ seen }: DraftKeeper, { revision }: KeptDraft) => (seen ?? 0) >= (revision ?? 0)

/**
 * What the form begins with. `letter`: a lead that did not arrive. `isBeside`: a draft of something else is kept, and is not lost
 * for it. `isUnknown`: it mends a lead that the page was made without, because the draft was not kept yet.
 */
type Beginning = { values: LeadFormValues; letter: Letter | null; isBeside: boolean; isUnknown: boolean }

/** The lead that is mended, as it was or as far as it has been mended; else the draft; else what did not arrive; else nothing. */
export function beginning(
  { keeper: { content }, outbox }: TabWork,
  { kept }: DraftStart,
  replaced: ReplacedLead | null,
): Beginning {
  const mends = content?.replaces ?? null
  const wanted = replaced?.id ?? null
  const letter = content ? null : (outbox.state().unsent.find(({ replaces }) => replaces === wanted) ?? null)
  const isOfDraft = content ? mends === wanted : letter !== null
  if (replaced?.blocked === null && !isOfDraft)
    return { values: replaced.values, letter: null, isBeside: content !== null, isUnknown: false }
  return {
    values: content ? draftToForm(content) : (letter?.values ?? emptyLeadForm),
    letter,
    isBeside: false,
    isUnknown: mends !== null && mends !== kept.draft?.replaces && replaced === null,
  }
}

/** Begins anew with what the other tab has kept. */
export async function takeOther(keeper: DraftKeeper): Promise<void> {
  if (await keeper.takeOther()) window.location.assign('/leads/new')
}

/** Keeps the form on the server as it is typed, for its writer and nobody else. `replaces`: the lead that is being mended. */
export function useDraft(form: LeadFormState, keeper: DraftKeeper, replaces: string | null) {
  const { getValues, subscribe } = form
  const known = useRef(replaces)
  const isOther = useSyncExternalStore(keeper.subscribe, keeper.isOther, () => false)

  useEffect(() => {
    const held = () => {
      const values = getValues()
      return hasTyped(values) ? { values: structuredClone(values), replaces } : null
    }
    const stop = subscribe({ formState: { values: true }, callback: () => keeper.change(held()) })
    // What it takes the place of is a part of it.
    if (known.current !== replaces) keeper.change(held())
    known.current = replaces
    const save = () => keeper.flush(true)
    const look = () => document.visibilityState === 'visible' && keeper.look()
    window.addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      window.removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', look)
      keeper.flush()
    }
  }, [getValues, subscribe, keeper, replaces])

  return { isOther }
}

/** In ms: by then a request that was under way elsewhere is over. */
const lookAgainAfter = 21_000

/** What the tab holds, found once. What may be under way elsewhere is looked for once more. */
export function useTabWork(start: DraftStart): TabWork {
  const [work] = useState(() => workFor(start))
  const isUnderWay = start.kept.unsent.some((lead) => lead.isUnderWay)
  useEffect(() => {
    if (!isUnderWay) return
    const look = () =>
      api.read().then(
        ({ unsent }) => work.outbox.found(unsent),
        () => {},
      )
    const timer = setTimeout(look, lookAgainAfter)
    return () => clearTimeout(timer)
  }, [isUnderWay, work])
  return work
}
