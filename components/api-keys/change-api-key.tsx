'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/options'
import { type ApiKeyView, apiKeyViewSchema } from '@/lib/api-keys/api-key'
import { ApiKeyForm } from './api-key-form'
import { useKeyCall } from './use-key-call'

/** A button that changes a key's name, customers and limit; its secret stays. */
export function ChangeApiKey({ apiKey, customers }: { apiKey: ApiKeyView; customers: Option[] }) {
  const words = useTranslations('apiKeys')
  const [isOpen, setOpen] = useState(false)
  const { mutateAsync } = useKeyCall(apiKeyViewSchema)
  const title = words('changeNamed', { name: apiKey.name })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {words('change')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <ApiKeyForm
          apiKey={apiKey}
          customers={customers}
          onSave={async ({ expiresInDays: _, ...body }) => {
            await mutateAsync({ method: 'PATCH', path: `/${apiKey.id}`, body })
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
