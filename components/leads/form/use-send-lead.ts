'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { v4 as newId } from 'uuid'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { type SentLead, sentLeadSchema } from '@/lib/leads/lead'
import { leadMessage } from '@/lib/leads/lead-message'
import type { CheckedLead } from './lead-form-resolver'
import { type SendFailure, sendFailure } from './send-failure'
import type { Replacing } from './use-replaced'

/** A text that the server wrote otherwise than the page, of a certain body: the one to send if the person agrees. */
export type NewText = { of: string; message: string }

/** A lead that was taken in: how it stands, and whose it is. */
export type SentNote = { lead: SentLead; name: string; customer: string }

/** Those that a person has to look after; until they say so, other leads that are sent do not take their place. */
const needsPerson = ({ lead: { status } }: SentNote) => status === 'unknown' || status === 'failed'

/** What goes with a lead: which one it takes the place of, and of which revision of the draft it was made. */
export type Along = { replacing: Replacing | null; draft: number | null }

/** Sends a checked lead with the text that was shown, one at a time however often it is asked to. */
export function useSendLead(today: string) {
  const router = useRouter()
  const isSending = useRef(false)
  const keyFor = useSendKey()
  const [newText, setNewText] = useState<NewText | null>(null)
  const [failure, setFailure] = useState<SendFailure | null>(null)
  /** Newest first. */
  const [sent, setSent] = useState<SentNote[]>([])

  async function post(
    { body, parsed }: CheckedLead,
    { replacing, draft }: Along,
  ): Promise<SentLead | SendFailure> {
    const of = JSON.stringify(body)
    const message = newText?.of === of ? newText.message : leadMessage(parsed, today)
    try {
      const sending = { lead: body, message, ...replacing }
      const idempotencyKey = keyFor.content(JSON.stringify(sending))
      const call = { method: 'POST', body: sending, answer: sentLeadSchema, idempotencyKey, draft } as const
      const taken = await callApi('/api/staff/leads', call)
      keyFor.forget()
      const { firstName, lastName, vitecCustomerId: customer } = parsed
      const note = { lead: taken, name: `${firstName} ${lastName}`, customer }
      setSent((before) => [note, ...before.filter(needsPerson)])
      return taken
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const failed = sendFailure(error)
      setFailure(failed)
      if (failed.kind === 'message_changed') {
        setNewText({ of, message: failed.message })
        router.refresh()
      }
      return failed
    }
  }

  /** Resolves to what came of it; `null` when another is on its way. */
  async function send(checked: CheckedLead, along: Along): Promise<SentLead | SendFailure | null> {
    if (isSending.current) return null
    isSending.current = true
    setFailure(null)
    return post(checked, along).finally(() => {
      isSending.current = false
    })
  }

  const dismiss = (id: string) => setSent((notes) => notes.filter(({ lead }) => lead.id !== id))
  return { send, sent, dismiss, failure, newText }
}

/**
 * One idempotency key for as long as the same content is being sent: a second press after a lost answer is then
 * the same lead, and a lead that was changed in between is another.
 */
function useSendKey() {
  const last = useRef<{ content: string; key: string } | null>(null)
  return {
    content(content: string): string {
      if (last.current?.content !== content) last.current = { content, key: newId() }
      return last.current.key
    },
    /** After an answer: the same content again is meant as a lead of its own. */
    forget() {
      last.current = null
    },
  }
}
