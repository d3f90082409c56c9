'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { type ApiKeyView, apiKeyViewSchema } from '@/lib/api-key/api-key'
import { useKeyCall } from './use-key-call'

/** A button that ends a key for good, after a question. */
export function RevokeApiKey({ apiKey }: { apiKey: ApiKeyView }) {
  const words = useTranslations('apiKeys')
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, isError } = useKeyCall(apiKeyViewSchema)
  const title = words('revokeNamed', { name: apiKey.name })
  const revoke = () =>
    mutate({ method: 'POST', path: `/${apiKey.id}/revoke` }, { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {words('revoke')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <p className="text-sm text-soft">{words('revokeMeaning')}</p>
        {isError && (
          <p role="alert" className="mt-3 text-sm text-danger">
            {words('notSaved')}
          </p>
        )}
        <DialogActions>
          <Button autoFocus onPress={() => setOpen(false)}>
            {words('cancel')}
          </Button>
          <Button variant="danger" isPending={isPending} onPress={revoke}>
            {words('revoke')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
