'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/options'
import { type ApiKeyView, apiKeyViewSchema, madeApiKeySchema } from '@/lib/api-keys/api-key'
import { ApiKeyForm } from './api-key-form'
import { ToldSecret } from './rotate-api-key'
import { useKeyCall } from './use-api-keys'

/** A button that makes a key and shows its secret, once. */
export function MakeApiKey({ customers }: { customers: Option[] }) {
  const t = useTranslations('apiKeys')
  const [isOpen, setOpen] = useState(false)
  const { data, mutateAsync, reset } = useKeyCall(madeApiKeySchema)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  return (
    <>
      <Button variant="primary" onPress={() => change(true)}>
        {t('new')}
      </Button>
      <Dialog
        title={data ? data.apiKey.name : t('new')}
        isOpen={isOpen}
        onOpenChange={change}
        isHeldOpen={data !== undefined}
      >
        {data ? (
          <ToldSecret secret={data.secret} onDone={() => change(false)} />
        ) : (
          <ApiKeyForm
            apiKey={null}
            customers={customers}
            onSave={(body) => mutateAsync({ method: 'POST', body })}
            onClose={() => change(false)}
          />
        )}
      </Dialog>
    </>
  )
}

/** A button that changes a key's name, customers and limit; its secret stays. */
export function ChangeApiKey({ apiKey, customers }: { apiKey: ApiKeyView; customers: Option[] }) {
  const t = useTranslations('apiKeys')
  const [isOpen, setOpen] = useState(false)
  const { mutateAsync } = useKeyCall(apiKeyViewSchema)
  const title = t('changeNamed', { name: apiKey.name })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {t('change')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <ApiKeyForm
          apiKey={apiKey}
          customers={customers}
          onSave={async ({ expiresInDays: _, mode: _mode, ...body }) => {
            await mutateAsync({ method: 'PATCH', path: `/${apiKey.id}`, body })
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
