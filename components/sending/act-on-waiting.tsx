'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { WaitingAction, WaitingFilter } from '@/lib/sending/waiting-lead'
import { ActQuestion } from './act-question'

type ActOnWaitingProps = {
  action: WaitingAction
  filter: WaitingFilter
  /** Whose it is, for screen readers, where it stands in every row. */
  of?: string
  variant?: 'primary' | 'secondary' | 'quiet'
}

/** A button that does something to all leads of a filter, or to one. Counts them and asks first. */
export function ActOnWaiting({ action, filter, of, variant = 'secondary' }: ActOnWaitingProps) {
  const words = useTranslations('sending.act')
  const [isAsking, setAsking] = useState(false)
  const name = words(`${action}.${of === undefined ? 'all' : 'one'}`)
  return (
    <>
      <Button
        size="sm"
        variant={variant}
        {...(of !== undefined && { 'aria-label': `${name}: ${of}` })}
        onPress={() => setAsking(true)}
      >
        {name}
      </Button>
      <Dialog title={words(`${action}.title`)} isOpen={isAsking} onOpenChange={setAsking}>
        <ActQuestion action={action} filter={filter} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  )
}
