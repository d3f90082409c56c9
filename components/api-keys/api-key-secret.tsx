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
import { type ApiKeyView, madeApiKeySchema } from '@/lib/api-key/api-key'
import { useKeyCall } from './use-api-keys'

/** For how many hours the old secret goes on working. */
const overlaps = ['0', '1', '24', '168', '720'] as const

/** A button that gives a key a new secret, and lets the old one work for a while. */
export function RotateApiKey({ apiKey }: { apiKey: ApiKeyView }) {
  const words = useTranslations('apiKeys')
  const refusalWords = useRefusalWords()
  const [isOpen, setOpen] = useState(false)
  const [hours, setHours] = useState<string>('24')
  const { data, mutate, isPending, error, reset } = useKeyCall(madeApiKeySchema)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  const title = words('rotateNamed', { name: apiKey.name })
  const body = { overlapHours: Number(hours) }
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => change(true)}>
        {words('rotate')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={change} isHeldOpen={data !== undefined}>
        {data ? (
          <ToldSecret secret={data.secret} onDone={() => change(false)} />
        ) : (
          <div className="grid gap-3 text-sm">
            <p className="text-soft">{words('rotateMeaning')}</p>
            <Select
              label={words('overlap')}
              options={overlaps.map((id) => ({ id, name: words(`overlaps.${id}`) }))}
              value={hours}
              onChange={setHours}
            />
            <FormError message={error ? refusalWords(error, words('notSaved')) : undefined} />
            <DialogActions>
              <Button onPress={() => change(false)}>{words('cancel')}</Button>
              <Button
                variant="primary"
                isPending={isPending}
                onPress={() => mutate({ method: 'POST', path: `/${apiKey.id}/rotate`, body })}
              >
                {words('rotate')}
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
  const words = useTranslations('apiKeys.told')
  return (
    <div className="grid gap-3 text-sm">
      <Notice tone="warning" icon="alert" title={words('once')}>
        {words('keep')}
      </Notice>
      <CodeBlock label={words('secret')} copyLabel={words('copy')} text={secret} />
      <p className="text-soft">{words('use')}</p>
      <CodeBlock
        label={words('header')}
        copyLabel={words('copyHeader')}
        text={`Authorization: Bearer ${secret}`}
      />
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {words('done')}
        </Button>
      </DialogActions>
    </div>
  )
}
