'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { useCan } from '@/components/auth/can'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextArea } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import type { LeadNote } from '@/lib/leads/lead-history'

/**
 * Where a note is written. One field, which the server checks: for that, what larger forms are made of is not loaded with
 * every record.
 */
export function NewNote({ leadId }: { leadId: string }) {
  const t = useTranslations('leads.record.notes')
  const fieldErrorWords = useFieldErrorWords()
  const refusalWords = useRefusalWords()
  const { add } = useNotes(leadId)
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const wrong = add.error instanceof ApiError ? add.error.refusal.errors[0] : undefined
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    if (add.isPending || text.trim() === '') return
    add.mutate(text, {
      onSuccess: () => {
        setText('')
        showToast({ tone: 'success', title: t('saved') })
      },
      onError: () => field.current?.focus(),
    })
  }
  return (
    <Form className="grid gap-2 border-b border-line px-4 py-3" onSubmit={send}>
      <TextArea
        label={t('add')}
        hint={t('hint')}
        error={wrong && fieldErrorWords(wrong)}
        rows={1}
        value={text}
        onChange={(typed) => {
          setText(typed)
          if (add.isError) add.reset()
        }}
        inputRef={field}
      />
      {text.trim() !== '' && (
        <Button type="submit" className="justify-self-start" isPending={add.isPending}>
          {t('save')}
        </Button>
      )}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {add.isError && !wrong && refusalWords(add.error, t('noAnswer'), { not_allowed: t('notAllowed') })}
      </p>
    </Form>
  )
}

/** What a note says; whoever wrote it can remove it, and undo that. */
export function NoteText({ leadId, note }: { leadId: string; note: LeadNote }) {
  const t = useTranslations('leads.record.notes')
  const refusalWords = useRefusalWords()
  const { add, remove } = useNotes(leadId)
  const mayRemove = useCan('write') && note.isOwn
  const refused = (error: unknown) =>
    showToast({ tone: 'danger', title: refusalWords(error, t('notRemoved')) })
  const removed = () =>
    showToast({
      tone: 'neutral',
      title: t('removed'),
      action: { label: t('undo'), onPress: () => add.mutate(note.text, { onError: refused }) },
    })
  return (
    <div className="flex basis-full items-start justify-between gap-2">
      <Data className="min-w-0 max-w-180 text-ink wrap-anywhere">{note.text}</Data>
      {mayRemove && (
        <Button
          variant="quiet"
          size="icon"
          aria-label={t('remove')}
          isPending={remove.isPending}
          onPress={() => remove.mutate(note.id, { onSuccess: removed, onError: refused })}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}

const done = z.object({ done: z.literal(true) })

/** Writes and removes notes of a lead, and has its history read anew. */
function useNotes(leadId: string) {
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['lead', leadId, 'history'] })
  const path = `/api/staff/leads/${leadId}/notes`
  const add = useMutation({
    mutationFn: (text: string) => callApi(path, { method: 'POST', body: { text }, answer: done }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => callApi(`${path}/${id}`, { method: 'DELETE', answer: done }),
    onSettled,
  })
  return { add, remove }
}
