'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { FormError } from '@/components/form/form-error'
import { FormSelect } from '@/components/form/form-select'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { invitationSchema, type NewInvitation } from '@/lib/people/person-input'
import { useRoleOptions } from './use-role-options'

type InvitationFormProps = {
  /** Makes the invitation. @throws {ApiError} */
  onSave: (invitation: NewInvitation) => Promise<unknown>
  onClose: () => void
}

/** Whom to invite, and as what. */
export function InvitationForm({ onSave, onClose }: InvitationFormProps) {
  const words = useTranslations('people')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, formState } = useForm({
    defaultValues: { email: '', role: 'staff' as const },
    resolver: schemaResolver(invitationSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['email', 'role'], {
    already_exists: { field: 'email', message: words('alreadyThere') },
  })
  const save = handleSubmit((invitation) => onSave(invitation).catch(showRefusal))
  return (
    <Form onSubmit={(event) => void save(event)} className="grid gap-4">
      <FormTextField
        control={control}
        name="email"
        type="email"
        autoComplete="off"
        label={words('email')}
        autoFocus
      />
      <FormSelect control={control} name="role" label={words('role')} options={useRoleOptions()} />
      <FormError message={formState.errors.root?.message} />
      <DialogActions>
        <Button onPress={onClose}>{words('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
          {words('invite')}
        </Button>
      </DialogActions>
    </Form>
  )
}
