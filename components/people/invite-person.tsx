'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormSelect } from '@/components/form/form-choices'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { invitationSchema, type NewInvitation } from '@/lib/people/person-input'
import { type Invited, invitedSchema } from '@/lib/people/person-view'
import { usePeopleCall, useRoleOptions } from './use-people'

/** A button that invites a person and shows the link for them, once. */
export function InvitePerson() {
  const t = useTranslations('people')
  const [isOpen, setOpen] = useState(false)
  const { data, mutateAsync, reset } = usePeopleCall(invitedSchema)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  return (
    <>
      <Button variant="primary" onPress={() => change(true)}>
        {t('invite')}
      </Button>
      <Dialog title={t(data ? 'invited' : 'invite')} isOpen={isOpen} onOpenChange={change}>
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

type InvitationFormProps = {
  /** Makes the invitation. @throws {ApiError} */
  onSave: (invitation: NewInvitation) => Promise<unknown>
  onClose: () => void
}

/** Whom to invite, and as what. */
function InvitationForm({ onSave, onClose }: InvitationFormProps) {
  const t = useTranslations('people')
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: invitationSchema,
    defaultValues: { email: '', role: 'staff' },
    own: { already_exists: { field: 'email', message: t('alreadyThere') } },
  })
  const save = submit(onSave)
  return (
    <Form onSubmit={save} className="grid gap-4">
      <FormTextField
        control={control}
        name="email"
        type="email"
        autoComplete="off"
        label={t('email')}
        autoFocus
      />
      <FormSelect control={control} name="role" label={t('role')} options={useRoleOptions()} />
      <FormError message={rootError} />
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t('invite')}
        </Button>
      </DialogActions>
    </Form>
  )
}

const linkMeaning = { off: 'linkMeaning', sent: 'linkMailed', failed: 'linkNotMailed' } as const

/** The link of a new invitation; it is not kept, so it is not shown again. Whether it was mailed is said with it. */
export function InvitationLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const t = useTranslations('people')
  return (
    <>
      <p className="text-sm text-soft">{t(linkMeaning[invited.mail], { email: invited.invitation.email })}</p>
      <div className="mt-3 flex items-center gap-2 rounded-md border border-line bg-surface px-3 py-2">
        <code className="min-w-0 grow break-all text-xs text-ink">{invited.link}</code>
        <CopyButton text={invited.link} label={t('copyLink')} />
      </div>
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {t('done')}
        </Button>
      </DialogActions>
    </>
  )
}
