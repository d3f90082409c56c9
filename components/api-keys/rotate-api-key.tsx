'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { type ApiKeyView, madeApiKeySchema } from '@/lib/api-keys/api-key'
import { useKeyCall } from './use-api-keys'

/** For how many hours the old secret goes on working. */
const overlaps = ['0', '1', '24', '168', '720'] as const

/** A button that gives a key a new secret, and lets the old one work for a while. */
export function RotateApiKey({ apiKey }: { apiKey: ApiKeyView }) {
  const t = useTranslations('apiKeys')
  const refusalWords = useRefusalWords()
  const [isOpen, setOpen] = useState(false)
  const [hours, setHours] = useState<string>('24')
  const { data, mutate, isPending, error, reset } = useKeyCall(madeApiKeySchema)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  const title = t('rotateNamed', { name: apiKey.name })
  const body = { overlapHours: Number(hours) }
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => change(true)}>
        {t('rotate')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={change} isHeldOpen={data !== undefined}>
        {data ? (
          <ToldSecret secret={data.secret} onDone={() => change(false)} />
        ) : (
          <div className="grid gap-3 text-sm">
            <p className="text-soft">{t('rotateMeaning')}</p>
            <Select
              label={t('overlap')}
              options={overlaps.map((id) => ({ id, name: t(`overlaps.${id}`) }))}
              value={hours}
              onChange={setHours}
            />
            <FormError message={error ? refusalWords(error, t('notSaved')) : undefined} />
            <DialogActions>
              <Button onPress={() => change(false)}>{t('cancel')}</Button>
              <Button
                variant="primary"
                isPending={isPending}
                onPress={() => mutate({ method: 'POST', path: `/${apiKey.id}/rotate`, body })}
              >
                {t('rotate')}
              </Button>
            </DialogActions>
          </div>
        )}
      </Dialog>
    </>
  )
}

/** A new secret, this once. */
export function ToldSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('apiKeys.told')
  return (
    <div className="grid gap-3 text-sm">
      <Notice tone="warning" icon="alert" title={t('once')}>
        {t('keep')}
      </Notice>
      <CodeBlock label={t('secret')} copyLabel={t('copy')} text={secret} />
      <p className="text-soft">{t('use')}</p>
      <CodeBlock label={t('header')} copyLabel={t('copyHeader')} text={`Authorization: Bearer ${secret}`} />
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {t('done')}
        </Button>
      </DialogActions>
    </div>
  )
}
