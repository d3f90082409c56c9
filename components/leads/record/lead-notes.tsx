'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { useCan } from '@/components/auth/can'
import { Form } from '@/components/form/form'
import { FormTextArea } from '@/components/form/form-text-field'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadNote, newNoteSchema } from '@/lib/leads/lead-history'

/** Where a note is written. */
export function NewNote({ leadId }: { leadId: string }) {
  const t = useTranslations('leads.record.notes')
  const { add } = useNotes(leadId)
  const { control, submit, reset, isSubmitting, rootError, watch } = useSchemaForm({
    defaultValues: { text: '' },
    schema: newNoteSchema,
    own: { not_allowed: { field: 'root', message: t('notAllowed') } },
    otherwise: t('noAnswer'),
  })
  const isEmpty = watch('text').trim() === ''
  return (
    <Form
      className="grid gap-2 border-b border-line px-4 py-3"
      onSubmit={submit(
        ({ text }) => add.mutateAsync(text),
        () => {
          reset()
          showToast({ tone: 'success', title: t('saved') })
        },
      )}
    >
      <FormTextArea control={control} name="text" label={t('add')} hint={t('hint')} rows={1} />
      {!isEmpty && (
        <Button type="submit" className="justify-self-start" isPending={isSubmitting}>
          {t('save')}
        </Button>
      )}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {rootError}
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
