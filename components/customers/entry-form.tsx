'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { FormError } from '@/components/form/form-error'
import { FormTextField } from '@/components/form/form-text-field'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { type Entry, entryResolver } from './entry-resolver'
import { useShowRefusal } from './use-show-refusal'

export type EntryFormProps = {
  /** What it is: decides which ids are allowed. */
  kind: 'customer' | 'leadSource'
  /** The entry to rename; a new one where left out. */
  entry?: Entry
  /** Makes the change. @throws {ApiError} */
  onSave: (entry: Entry) => Promise<unknown>
  onClose: () => void
}

/** A customer or lead source, new or to be renamed: its id in Vitec, which is never changed, and its name. */
export function EntryForm({ kind, entry, onSave, onClose }: EntryFormProps) {
  const words = useTranslations('customers')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, formState } = useForm<Entry>({
    defaultValues: entry ?? { vitecId: '', name: '' },
    resolver: entryResolver(kind, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError)
  const save = handleSubmit((values) => onSave(values).then(onClose, showRefusal))
  return (
    <Form onSubmit={(event) => void save(event)} className="grid gap-4">
      {!entry && (
        <FormTextField
          control={control}
          name="vitecId"
          label={words(`${kind}.id`)}
          hint={words(`${kind}.idHint`)}
          autoFocus
        />
      )}
      <FormTextField
        control={control}
        name="name"
        label={words(`${kind}.name`)}
        autoFocus={entry !== undefined}
      />
      <FormError message={formState.errors.root?.message} />
      <DialogActions>
        <Button onPress={onClose}>{words('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
          {words(entry ? 'save' : 'add')}
        </Button>
      </DialogActions>
    </Form>
  )
}
