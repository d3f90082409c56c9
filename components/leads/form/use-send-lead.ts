'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { v4 as newId } from 'uuid'
import { statusLook } from '@/components/deliveries/status-badge'
import { showFieldErrors, useFieldErrorWords } from '@/components/form/field-error-words'
import { showToast } from '@/components/ui/toast'
import type { SentLead } from '@/lib/leads/lead'
import { leadMessage } from '@/lib/leads/lead-message'
import { takeNextAfter } from '../log/log-place'
import type { CheckedLead } from './lead-form-resolver'
import { hasTyped, isUntouched, type LeadFormValues } from './lead-form-values'
import type { Letter } from './letter'
import { rejectedLead } from './replaced-lead'
import type { SendFailure } from './send-failure'
import type { TabWork } from './use-draft'
import type { LeadFormState } from './use-lead-form'
import type { useReplaced } from './use-replaced'

/** A text that the server wrote otherwise than the page, of a certain body: the one to send if the person agrees. */
export type NewText = { of: string; message: string }

type Sending = {
  form: LeadFormState
  work: TabWork
  replaced: ReturnType<typeof useReplaced>
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** What the form began with, where that is a lead that did not arrive. */
  begunWith: Letter | null
  /** Empties the form for the next lead. */
  begin: () => void
}

/** In ms: a press so soon after the one that sent a lead is the second of a double click, and no lead of its own. */
const doubleClick = 1_000

/**
 * Sends what the form holds with the text that was shown, and has the form empty at once for the next lead. What does not
 * arrive comes back into it, unless its writer has begun another by then.
 */
export function useSendLead({ form, work, replaced, today, begunWith, begin }: Sending) {
  const { keeper, outbox } = work
  const { getValues, handleSubmit, reset, setError, setFocus } = form
  const router = useRouter()
  const queryClient = useQueryClient()
  const t = useTranslations('leads.form')
  const tResult = useTranslations('deliveries.sendAgain.result')
  const errorWords = useFieldErrorWords()
  const [newText, setNewText] = useState<NewText | null>(null)
  const [failure, setFailure] = useState<SendFailure | null>(begunWith?.failure ?? null)
  const isChecking = useRef(false)
  const emptied = useRef<{ at: number; customer: LeadFormValues['customer'] } | null>(null)

  /** What the form holds, as a lead that leaves it: under the key it had, where it is the same that did not arrive before. */
  function current(): Letter {
    const values = structuredClone(getValues())
    const replaces = replaced.replacing?.replaces ?? null
    const key = keeper.unsentKey({ values, replaces }) ?? newId()
    return { key, values, replaces, replaced: replaces === null ? null : replaced.lead, failure: null }
  }

  async function post({ body, parsed }: CheckedLead): Promise<void> {
    const of = JSON.stringify(body)
    const message = newText?.of === of ? newText.message : leadMessage(parsed, today)
    const content = { lead: body, message, ...replaced.replacing }
    const letter = { ...current(), body: of }
    setFailure(null)
    if (replaced.lead) replaced.replace(null)
    begin()
    emptied.current = { at: performance.now(), customer: structuredClone(getValues('customer')) }
    const stored = await outbox.send(letter, content)
    if (stored && letter.replaces) goOn(letter.replaces, stored)
  }

  /** Whoever has mended a lead of a list goes on in the list, unless Vitec has refused this one, too, or another is begun. */
  function goOn(mended: string, { id, status }: SentLead): void {
    void queryClient.invalidateQueries({ queryKey: ['lead', mended] })
    void queryClient.invalidateQueries({ queryKey: ['leads'] })
    if (status === 'rejected' || hasTyped(getValues())) return
    const address = takeNextAfter(mended)
    if (address === null) return
    showToast({
      ...{ tone: statusLook[status].tone, title: tResult(status) },
      action: { label: t('toRecord'), onPress: () => router.push(`/leads/${id}`) },
    })
    // One of our own addresses, with the filter that the list had.
    router.push(address as Route)
  }

  async function submit(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    const isSecond = emptied.current && performance.now() - emptied.current.at < doubleClick
    if (isChecking.current || (isSecond && !hasTyped(getValues()))) return
    isChecking.current = true
    let checked: CheckedLead | null = null
    const keep = (lead: CheckedLead) => {
      checked = lead
    }
    await handleSubmit(keep)(event).finally(() => {
      isChecking.current = false
    })
    if (checked) await post(checked)
  }

  /** Fills the form with what left it. */
  function fill(letter: Letter, why: SendFailure | SentLead | null): void {
    const { values, replaced: lead } = letter
    reset(structuredClone(values))
    setFailure(null)
    if (why && 'status' in why) {
      const mended = rejectedLead(why, values)
      replaced.replace(mended)
      if (mended.refused[0]) setFocus(mended.refused[0])
      return
    }
    setFailure(why)
    const mayBeThere = why?.kind === 'in_doubt'
    if (lead) replaced.replace(mayBeThere ? { ...lead, mayBeThere } : lead)
    if (why?.kind === 'fields') {
      const { errors } = why
      // As after a press that found them: each is named beside the button, too.
      void handleSubmit(() => showFieldErrors(setError, errors, errorWords))()
    }
    if (why?.kind === 'message_changed') {
      setNewText({ of: letter.body ?? '', message: why.message })
      router.refresh()
    }
  }

  const takeBack = useRef((_: Letter, __: SendFailure | SentLead): boolean => false)
  useEffect(() => {
    takeBack.current = (letter, why) => {
      const { customer } = emptied.current ?? letter.values
      const isOffered = document.querySelector('[data-paste-offer]') !== null
      if (isOffered || !isUntouched(getValues(), customer)) return false
      fill(letter, why)
      return true
    }
  })
  useEffect(() => outbox.attach({ takeBack: (letter, why) => takeBack.current(letter, why) }), [outbox])

  /** Opens what did not arrive, or what Vitec refused; what was begun in the form waits in its place. */
  async function open(letter: Letter, rejected: SentLead | null): Promise<void> {
    const lead = letter.replaces && !letter.replaced ? await readReplaced(letter.replaces) : letter.replaced
    if (letter.replaces && !lead) return setFailure({ kind: 'no_network' })
    if (hasTyped(getValues())) outbox.layAside(current())
    outbox.takeOut(letter)
    replaced.replace(null)
    fill({ ...letter, replaced: lead }, rejected ?? letter.failure)
  }

  return { submit, open, failure, newText, isChecking }
}

/** Reading records is loaded with the first that is needed: few leads are mended, and fewer of those do not arrive. */
const readReplaced = (id: string) =>
  import('./follow-sent').then(({ readReplacedLead }) => readReplacedLead(id)).catch(() => null)
