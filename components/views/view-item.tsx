'use client'

import type { Route } from 'next'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { Form } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Data } from '@/components/ui/data'
import { fieldStyle } from '@/components/ui/field-parts'
import { TextLink } from '@/components/ui/link'
import { TextField } from '@/components/ui/text-field'
import type { SavedView } from '@/lib/views/view'
import { useChangeView, useRemoveView } from './use-views'

type ViewItemProps = {
  view: SavedView
  isCurrent: boolean
  isStart: boolean
  onStart: (id: string | null) => void
  onOpen: () => void
}

/** One view: opened by its name; what can be done with it is beside. */
export function ViewItem({ view, isCurrent, isStart, onStart, onOpen }: ViewItemProps) {
  const t = useTranslations('views')
  const refusalWords = useRefusalWords()
  const mayManage = useCan('administer') || view.isOwn
  const mayShare = useCan('write') && mayManage
  const [isNaming, setNaming] = useState(false)
  const change = useChangeView(view.id)
  const removal = useRemoveView(view.id)
  const { name } = view
  return (
    <li className="grid gap-1 border-b border-line py-1">
      <div className="flex min-h-7 flex-wrap items-center gap-x-2">
        <TextLink
          href={`/leads?vy=${view.id}` as Route}
          onClick={onOpen}
          {...(isCurrent && { 'aria-current': 'page' })}
          className="inline-flex min-h-6 min-w-0 items-center text-sm font-medium wrap-anywhere"
        >
          <Data>{name}</Data>
        </TextLink>
        <span className="text-xs text-faint">
          {view.shared && (
            <span>{view.isOwn ? t('shared') : t('sharedBy', { name: view.byName ?? t('gone') })}</span>
          )}
          {isStart && <span> {t('isStart')}</span>}
        </span>
      </div>
      <div className="-ml-2 flex flex-wrap items-center gap-x-1">
        <Button
          size="sm"
          variant="quiet"
          aria-label={t(isStart ? 'noStartOf' : 'startOf', { name })}
          onPress={() => onStart(isStart ? null : view.id)}
        >
          {t(isStart ? 'noStart' : 'start')}
        </Button>
        {mayShare && (
          <Button
            size="sm"
            variant="quiet"
            isPending={change.isPending}
            aria-label={t(view.shared ? 'unshareOf' : 'shareOf', { name })}
            onPress={() => change.mutate({ shared: !view.shared })}
          >
            {t(view.shared ? 'unshare' : 'share')}
          </Button>
        )}
        {mayManage && (
          <>
            <Button
              size="sm"
              variant="quiet"
              aria-label={t('renameOf', { name })}
              onPress={() => setNaming(!isNaming)}
            >
              {t('rename')}
            </Button>
            <DangerQuestion
              action={t('remove')}
              title={t('removeOf', { name })}
              meaning={t(view.shared ? 'removeShared' : 'removeOwn')}
              cancel={t('keep')}
              error={removal.error ? refusalWords(removal.error, t('failed')) : undefined}
              isPending={removal.isPending}
              onConfirm={(close) => removal.mutate(undefined, { onSuccess: close })}
            />
          </>
        )}
      </div>
      {change.error && (
        <p role="alert" className="text-sm text-danger">
          {refusalWords(change.error, t('failed'))}
        </p>
      )}
      {isNaming && (
        <NameForm
          name={name}
          onName={(next) => change.mutate({ name: next }, { onSuccess: () => setNaming(false) })}
        />
      )}
    </li>
  )
}

function NameForm({ name, onName }: { name: string; onName: (name: string) => void }) {
  const t = useTranslations('views')
  const [typed, setTyped] = useState(name)
  return (
    <Form
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onName(typed.trim())
      }}
    >
      <TextField
        label={t('name')}
        value={typed}
        onChange={setTyped}
        maxLength={60}
        autoFocus
        className="grow"
      />
      <Button type="submit" className={`${fieldStyle.beside} mt-6`}>
        {t('save')}
      </Button>
    </Form>
  )
}
