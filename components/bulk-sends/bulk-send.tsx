'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/may-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { resendableStatusSchema } from '@/lib/delivery/bulk-send/bulk-send'
import type { LeadStatus } from '@/lib/lead/lead'
import { BulkSendQuestion } from './bulk-send-question'

type BulkSendButtonProps = {
  search: string
  status: LeadStatus | null
  /** The leads in sight are those of the filter. */
  isReady: boolean
}

/** The button that sends all leads of the filter again, where the filter is one status that allows it. Asks first. */
export function BulkSendButton({ search, status, isReady }: BulkSendButtonProps) {
  const words = useTranslations('bulkSend')
  const mayWrite = useCan('write')
  const [isAsking, setAsking] = useState(false)
  const resendable = resendableStatusSchema.safeParse(status).data
  if (!resendable || !mayWrite) return null
  return (
    <div className="mb-3">
      <Button size="sm" isDisabled={!isReady} onPress={() => setAsking(true)}>
        {words(`action.${resendable}`)}
      </Button>
      <Dialog title={words(`title.${resendable}`)} isOpen={isAsking} onOpenChange={setAsking}>
        <BulkSendQuestion chosen={{ search, status: resendable }} onDone={() => setAsking(false)} />
      </Dialog>
    </div>
  )
}
