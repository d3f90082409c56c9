'use client'

import { useEffect, useRef, useState } from 'react'
import { isBlock, type PastedContact } from '@/lib/pasted-contacts/pasted-contact'
import { focusNeeded } from './needed-fields'
import { chosenAtFirst, type PastedRow, pastedRows } from './pasted-fields'
import type { LeadFormState } from './use-lead-form'

/** A contact that was pasted: offered, then filled in. `into`: the field that would have got it as text. */
export type PasteOffer = {
  rows: PastedRow[]
  chosen: PastedRow[]
  text: string
  into: HTMLInputElement | null
  isFilled: boolean
}

/**
 * Offers to fill the form from a block that is pasted anywhere on its page. A field of one line gets nothing of it then;
 * what is no contact it gets as text, as it would have. `isBusy`: a lead is being checked, and nothing is taken in.
 */
export function usePasteOffer(form: LeadFormState, isBusy: () => boolean) {
  const { getValues, setValue, trigger, formState } = form
  const [offer, setOffer] = useState<PasteOffer | null>(null)

  async function consider(text: string, into: HTMLInputElement | null): Promise<void> {
    const contact = await read(text)
    const rows = contact ? pastedRows(contact, getValues()) : []
    if (rows.length === 0) insertText(into, text)
    else setOffer({ rows, chosen: chosenAtFirst(rows), text, into, isFilled: false })
  }

  const told = formState.isSubmitted
  const set = (rows: PastedRow[], value: (row: PastedRow) => string) => {
    for (const row of rows) setValue(row.field, value(row), { shouldDirty: true, shouldTouch: true })
    if (told || rows.some((row) => value(row) !== '')) void trigger(rows.map(({ field }) => field))
  }
  const acts = {
    choose: (row: PastedRow, isChosen: boolean) =>
      setOffer(
        (old) =>
          old && { ...old, chosen: old.rows.filter((r) => (r === row ? isChosen : old.chosen.includes(r))) },
      ),
    fill() {
      if (!offer) return
      set(offer.chosen, ({ text }) => text)
      setOffer(offer.chosen.length > 0 ? { ...offer, isFilled: true } : null)
      focusNeeded(form)
    },
    leave: () => setOffer(null),
    asText() {
      if (offer) insertText(offer.into, offer.text)
      setOffer(null)
    },
    /** Puts back what stood there, but not over what was typed since. */
    undo() {
      const untouched = offer?.chosen.filter(({ field, text }) => getValues(field) === text) ?? []
      set(untouched, ({ before }) => before)
      setOffer(null)
    },
  }
  usePaste((event) => {
    const { target, clipboardData } = event
    const text = clipboardData?.getData('text/plain') ?? ''
    if (!isBlock(text) || !(target instanceof HTMLElement) || !isOfPage(target)) return
    if (isBusy()) return event.preventDefault()
    const into = target instanceof HTMLInputElement ? target : null
    // Text of several lines is at home in a field of several.
    if (!(target instanceof HTMLTextAreaElement)) event.preventDefault()
    void consider(text, into)
  })
  useOfferKeys(offer, acts)
  return { offer, ...acts }
}

/** Whether what is pasted there may be meant for the form: not in a dialog, nor in a field of another part of the page. */
function isOfPage(target: HTMLElement): boolean {
  if (target.closest('[role="dialog"]')) return false
  return target.closest('form') !== null || !target.matches('input, textarea')
}

/** The reader is as large as the plain form, and loaded with the first block. */
async function read(text: string): Promise<PastedContact | null> {
  try {
    return (await import('@/lib/pasted-contacts/read-pasted-contact')).readPastedContact(text)
  } catch {
    return null
  }
}

/** As the browser would have: in one line, where the cursor is, and to be undone by its own keys. */
function insertText(into: HTMLInputElement | null, text: string): void {
  if (!into?.isConnected) return
  into.focus()
  document.execCommand('insertText', false, text.replace(/[\t\r\n]+/g, ' ').trim())
}

function usePaste(onPaste: (event: ClipboardEvent) => void): void {
  const latest = useRef(onPaste)
  useEffect(() => {
    latest.current = onPaste
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => latest.current(event)
    document.addEventListener('paste', listen, true)
    return () => document.removeEventListener('paste', listen, true)
  }, [])
}

type Acts = { fill: () => void; leave: () => void; undo: () => void }

/**
 * Enter fills in, Esc leaves it, Ctrl+Z takes it back: as long as nothing else has been typed since, after which Enter and
 * Ctrl+Z are the field's own.
 */
function useOfferKeys(offer: PasteOffer | null, acts: Acts): void {
  const isFresh = useRef(false)
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  const [text, isFilled] = [offer?.text, offer?.isFilled]
  useEffect(() => {
    if (text === undefined) return
    isFresh.current = true
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event, isFilled === true, isFresh.current)
      if (act) {
        event.preventDefault()
        event.stopPropagation()
        latest.current[act]()
      } else if (!['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) isFresh.current = false
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [text, isFilled])
}

function actOf(event: KeyboardEvent, isFilled: boolean, isFresh: boolean): keyof Acts | null {
  const { key, target } = event
  const isHeld = event.ctrlKey || event.metaKey
  if (target instanceof HTMLElement && target.closest('[role="dialog"], [aria-expanded="true"]')) return null
  if (isFilled) return isFresh && isHeld && !event.shiftKey && key.toLowerCase() === 'z' ? 'undo' : null
  if (key === 'Escape') return 'leave'
  return isFresh && key === 'Enter' && !isHeld && !event.repeat ? 'fill' : null
}
