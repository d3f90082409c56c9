'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type DraftContent, type KeptDraft, keptDraftSchema, savedDraftSchema } from '@/lib/drafts/draft'
import { DraftKeeper } from './draft-keeper'
import { emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
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

/** One a tab, because a form that is left for another page has not been saved yet when it is opened again. */
let ofTab: { owner: string; keeper: DraftKeeper } | null = null

/** What is kept for this tab: what it held last, or what the server has where that is newer. */
function keeperFor({ owner, kept }: DraftStart): DraftKeeper {
  // What is made on the server is of one page, and of nobody else's.
  if (typeof window === 'undefined') return new DraftKeeper(api, kept)
  const isOwn = ofTab?.owner === owner && (!ofTab.keeper.isKept() || isNotOlder(ofTab.keeper, kept))
  if (!ofTab || !isOwn) ofTab = { owner, keeper: new DraftKeeper(api, kept) }
  return ofTab.keeper
}

const isNotOlder = ({ seen }: DraftKeeper, { revision }: KeptDraft) => (seen ?? 0) >= (revision ?? 0)

/** What a draft holds as the form has it: fields that a version did not know stay empty. */
function draftToForm({ values }: DraftContent): LeadFormValues {
  const part = <Part extends object>(empty: Part, typed: Record<string, string> = {}): Part => ({
    ...empty,
    ...Object.fromEntries(Object.entries(typed).filter(([field]) => Object.hasOwn(empty, field))),
  })
  return {
    customer: part(emptyLeadForm.customer, values.customer),
    person: part(emptyLeadForm.person, values.person),
    property: part(emptyLeadForm.property, values.property),
    confirmed: part(emptyLeadForm.confirmed, values.confirmed),
  }
}

/**
 * What the form begins with. `isBeside`: a draft of something else is kept, and is not lost for it. `isUnknown`: it mends a lead
 * that the page was made without, because the draft was not kept yet.
 */
type Beginning = { values: LeadFormValues; isBeside: boolean; isUnknown: boolean }

/** The lead that is mended, as it was or as far as it has been mended; else the draft; else nothing. */
export function beginning(
  { content }: DraftKeeper,
  { kept }: DraftStart,
  replaced: ReplacedLead | null,
): Beginning {
  const isOfDraft = content !== null && content.replaces === replaced?.id
  if (replaced?.blocked === null && !isOfDraft)
    return { values: replaced.values, isBeside: content !== null, isUnknown: false }
  const mends = content?.replaces ?? null
  return {
    values: content ? draftToForm(content) : emptyLeadForm,
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

/** The tab's draft, found once. */
export function useKeeper(start: DraftStart): DraftKeeper {
  return useState(() => keeperFor(start))[0]
}
