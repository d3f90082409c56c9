'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { invitedSchema } from '@/lib/people/person-view'
import { InvitationForm } from './invitation-form'
import { InvitationLink } from './invitation-link'
import { usePeopleCall } from './use-people'

/** A button that invites somebody and shows the link for them, once. */
export function InvitePerson() {
  const words = useTranslations('people')
  const [isOpen, setOpen] = useState(false)
  const { data, mutateAsync, reset } = usePeopleCall(invitedSchema)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  return (
    <>
      <Button variant="primary" onPress={() => change(true)}>
        {words('invite')}
      </Button>
      <Dialog title={words(data ? 'invited' : 'invite')} isOpen={isOpen} onOpenChange={change}>
        {data ? (
          <InvitationLink invited={data} onDone={() => change(false)} />
        ) : (
          <InvitationForm
            onSave={(body) => mutateAsync({ method: 'POST', path: 'invitations', body })}
            onClose={() => change(false)}
          />
        )}
      </Dialog>
    </>
  )
}
