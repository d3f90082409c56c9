'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type DraftContent, type KeptDraft, keptDraftSchema, savedDraftSchema } from '@/lib/drafts/draft'
import { DraftKeeper } from './draft-keeper'
import { emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** What the server has kept of the person who opens the form; `owner` tells people apart who use one tab. */
export type DraftStart = { owner: string; kept: KeptDraft }

const path = '/api/staff/draft'
const api = {
  read: () => callApi(path, { answer: keptDraftSchema, isRead: true }),
  // Not worth a question where the session has ended: the page asks before it goes.
  save: (body: unknown, keepalive: boolean) =>
    callApi(path, { method: 'PUT', body, keepalive, answer: savedDraftSchema, isRead: true }),
}

/** One a tab, because a form that is left for another page has not been saved yet when it is opened again. */
let ofTab: { owner: string; keeper: DraftKeeper } | null = null

/** What is kept for this tab: what it held last, or what the server has where that is newer. */
export function keeperFor({ owner, kept }: DraftStart): DraftKeeper {
  const isOwn = ofTab?.owner === owner && (!ofTab.keeper.isKept() || isNotOlder(ofTab.keeper, kept))
  if (!ofTab || !isOwn) ofTab = { owner, keeper: new DraftKeeper(api, kept) }
  return ofTab.keeper
}

const isNotOlder = ({ seen }: DraftKeeper, { revision }: KeptDraft) => (seen ?? 0) >= (revision ?? 0)

/** What a draft holds as the form has it: fields that a version did not know stay empty. */
export function draftToForm({ values }: DraftContent): LeadFormValues {
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

/** Keeps the form on the server as it is typed, for its writer and nobody else. `replaces`: the lead that is being mended. */
export function useDraft(form: LeadFormState, keeper: DraftKeeper, replaces: string | null) {
  const { getValues, subscribe } = form
  const isOther = useSyncExternalStore(keeper.subscribe, keeper.isOther, () => false)

  useEffect(() => {
    const held = () => {
      const values = getValues()
      return hasTyped(values) ? { values: structuredClone(values), replaces } : null
    }
    const stop = subscribe({ formState: { values: true }, callback: () => keeper.change(held()) })
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
