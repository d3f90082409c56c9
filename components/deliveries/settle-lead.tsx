'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { useLeadAction } from './use-lead-action'

type SettleLeadProps = {
  lead: Pick<LeadRecord, 'id' | 'firstName' | 'lastName'>
  action: 'settle' | 'cancel'
}

/** The button that ends a lead without sending it: it is in Vitec already, or should not go there. Asks first. */
export function SettleLead({ lead, action }: SettleLeadProps) {
  const words = useTranslations(`delivery.${action}`)
  const settling = useLeadAction(lead.id, action)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button isPending={settling.isPending} onPress={() => setAsking(true)}>
        {words('action')}
      </Button>
      <Dialog title={words('confirmTitle')} isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-soft">{words('confirm', { name: `${lead.firstName} ${lead.lastName}` })}</p>
        <DialogActions>
          <Button autoFocus onPress={() => setAsking(false)}>
            {words('back')}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              setAsking(false)
              settling.mutate()
            }}
          >
            {words('do')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
