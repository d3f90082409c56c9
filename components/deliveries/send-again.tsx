'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { useLeadAction } from './use-lead-action'

type SendAgainProps = { lead: Pick<LeadRecord, 'id' | 'status' | 'firstName' | 'lastName' | 'attempts'> }

/** The button that sends a lead again. Where it may be in Vitec already, it asks first. */
export function SendAgain({ lead }: SendAgainProps) {
  const words = useTranslations('delivery.sendAgain')
  const sending = useLeadAction(lead.id, 'send_again', { attempts: lead.attempts.length })
  const [isAsking, setAsking] = useState(false)
  const mayDouble = lead.status === 'unknown'
  // What happens by itself, or may go wrong, is not what the screen should ask for.
  const variant = mayDouble || lead.status === 'pending' ? 'secondary' : 'primary'
  return (
    <>
      <Button
        variant={variant}
        isPending={sending.isPending}
        onPress={() => (mayDouble ? setAsking(true) : sending.mutate())}
      >
        {words(lead.status === 'pending' ? 'actionWaiting' : 'action')}
      </Button>
      <Dialog title={words('confirmTitle')} isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-soft">{words('confirm', { name: `${lead.firstName} ${lead.lastName}` })}</p>
        <DialogActions>
          <Button autoFocus onPress={() => setAsking(false)}>
            {words('cancel')}
          </Button>
          <Button
            variant="danger"
            onPress={() => {
              setAsking(false)
              sending.mutate()
            }}
          >
            {words('action')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
