'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import { apiKeyChangeSchema, keyNameLength, type MadeApiKey } from '@/lib/api-keys/api-key'
import { type PackKey, testKeyDays } from '@/lib/posting-packs/posting-pack'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { useMakeKey } from './use-posting-pack'

type PackKeysProps = {
  keys: PackKey[]
  /** The test key whose checklist is shown. */
  currentId: string | null
  onChoose: (id: string) => void
}

/** The keys that were made in a pack, the newest first; a test key is chosen by a press. */
export function PackKeys({ keys, currentId, onChoose }: PackKeysProps) {
  const t = useTranslations('postingPacks.keys')
  if (keys.length === 0) return null
  return (
    <ul aria-label={t('title')} className="max-h-80 divide-y divide-line overflow-y-auto">
      {keys.map((key) => (
        <li key={key.id} className={`px-4 py-2 text-sm ${key.id === currentId ? 'bg-hover' : ''}`}>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={key.mode === 'live' ? 'success' : 'neutral'}>{t(`modes.${key.mode}`)}</Badge>
            {key.mode === 'test' ? (
              <button
                type="button"
                onClick={() => onChoose(key.id)}
                aria-label={t('show', { name: key.name })}
                aria-current={key.id === currentId ? 'true' : undefined}
                className="min-h-6 min-w-0 rounded-sm text-left wrap-anywhere text-link underline-offset-2 hover:underline pointer-coarse:min-h-10"
              >
                <Data>{key.name}</Data>
              </button>
            ) : (
              <Data className="min-w-0 leading-6 wrap-anywhere text-ink">{key.name}</Data>
            )}
            {key.state !== 'active' && <Badge tone="neutral">{t(`states.${key.state}`)}</Badge>}
          </div>
          <p className="flex flex-wrap gap-x-3 text-xs text-faint">
            <span>{t.rich('made', { time: () => <ExactTime at={key.createdAt} /> })}</span>
            <span>
              {key.lastUsedAt
                ? t.rich('lastUsed', { time: () => <RelativeTime at={key.lastUsedAt ?? ''} /> })
                : t('neverUsed')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

type MakeTestKeyProps = { source: PackSource; onMade: (made: MadeApiKey) => void }

/** A button that makes a test key for a pack's customer. */
export function MakeTestKey({ source, onMade }: MakeTestKeyProps) {
  const t = useTranslations('postingPacks.keys')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="sm" onPress={() => setOpen(true)}>
        <Icon name="plus" />
        {t('make')}
      </Button>
      <Dialog title={t('make')} isOpen={isOpen} onOpenChange={setOpen}>
        <TestKeyForm
          source={source}
          onMade={(made) => {
            setOpen(false)
            onMade(made)
          }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}

const nameSchema = apiKeyChangeSchema.pick({ name: true })

function TestKeyForm({ source, onMade, onClose }: MakeTestKeyProps & { onClose: () => void }) {
  const t = useTranslations('postingPacks')
  const { mutateAsync } = useMakeKey(source.leadSource.id)
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: nameSchema,
    defaultValues: { name: source.leadSource.name.slice(0, keyNameLength).trim() },
    otherwise: t('notSaved'),
  })
  const save = submit(({ name }) => mutateAsync({ mode: 'test', name }), onMade)
  return (
    <Form onSubmit={save} className="grid gap-3">
      <FormTextField
        control={control}
        name="name"
        label={t('keys.name')}
        hint={t('keys.nameHint')}
        autoFocus
      />
      <p className="text-sm text-soft">
        {t('keys.limits', { customer: source.customer.name, days: testKeyDays })}
      </p>
      <FormError message={rootError} />
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t('keys.create')}
        </Button>
      </DialogActions>
    </Form>
  )
}
