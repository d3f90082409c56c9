'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogActions } from '@/components/ui/dialog'
import type { Invited } from '@/lib/people/person-view'

/** The link of a new invitation; it is not kept, so it is not shown again. */
export function InvitationLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const words = useTranslations('people')
  return (
    <>
      <p className="text-sm text-soft">{words('linkMeaning', { email: invited.invitation.email })}</p>
      <div className="mt-3 flex items-center gap-2 rounded-md border border-line bg-surface px-3 py-2">
        <code className="min-w-0 grow break-all text-xs text-ink">{invited.link}</code>
        <CopyButton text={invited.link} label={words('copyLink')} />
      </div>
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {words('done')}
        </Button>
      </DialogActions>
    </>
  )
}
