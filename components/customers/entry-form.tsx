'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { type NewLeadSource, newCustomerSchema, newLeadSourceSchema } from '@/lib/customers/customer'

/** A customer or a lead source as it is typed. */
type Entry = NewLeadSource

const schemas = { customer: newCustomerSchema, leadSource: newLeadSourceSchema }

type EntryButtonProps = Omit<EntryFormProps, 'onClose'> & {
  /** The heading of what the button opens, and its name for screen readers: it may stand in every row. */
  title: string
  variant?: 'primary' | 'secondary' | 'quiet'
  children: React.ReactNode
}

/** A button that opens the form of a customer or lead source. */
export function EntryButton({ title, variant = 'quiet', children, ...form }: EntryButtonProps) {
  const canChange = useCan('administer')
  const [isOpen, setOpen] = useState(false)
  if (!canChange) return null
  return (
    <>
      <Button
        variant={variant}
        size={variant === 'primary' ? 'md' : 'sm'}
        aria-label={title}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <EntryForm {...form} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

type EntryFormProps = {
  /** What it is: decides which ids are allowed. */
  kind: 'customer' | 'leadSource'
  /** The entry to rename; a new one where left out. */
  entry?: Entry
  /** Makes the change. @throws {ApiError} */
  onSave: (entry: Entry) => Promise<unknown>
  onClose: () => void
}

/** A customer or lead source, new or to be renamed: its id in Vitec, which is never changed, and its name. */
function EntryForm({ kind, entry, onSave, onClose }: EntryFormProps) {
  const t = useTranslations('customers')
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: schemas[kind],
    defaultValues: entry ?? { vitecId: '', name: '' },
    own: { already_exists: { field: 'vitecId', message: t('alreadyExists') } },
    otherwise: t('notSaved'),
  })
  const save = submit(onSave, onClose)
  return (
    <Form onSubmit={save} className="grid gap-4">
      {!entry && (
        <FormTextField
          control={control}
          name="vitecId"
          label={t(`${kind}.id`)}
          hint={t(`${kind}.idHint`)}
          autoFocus
        />
      )}
      <FormTextField
        control={control}
        name="name"
        label={t(`${kind}.name`)}
        autoFocus={entry !== undefined}
      />
      <FormError message={rootError} />
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t(entry ? 'save' : 'add')}
        </Button>
      </DialogActions>
    </Form>
  )
}
