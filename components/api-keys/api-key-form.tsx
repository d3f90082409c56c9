'use client'

import { useController, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form, FormError } from '@/components/form/form'
import { FormChoiceGroup, FormSelect } from '@/components/form/form-choices'
import { FormNumberField } from '@/components/form/form-number-field'
import { FormTextField } from '@/components/form/form-text-field'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox'
import { DialogActions } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/options'
import type { ApiKeyView, NewApiKey } from '@/lib/api-key/api-key'
import { apiKeyResolver, apiKeyValues, lives } from './api-key-values'

type ApiKeyFormProps = {
  /** The key to change; a new one where it is `null`. */
  apiKey: ApiKeyView | null
  /** The customers to choose from. */
  customers: Option[]
  /** Makes the change. @throws {ApiError} */
  onSave: (key: NewApiKey) => Promise<unknown>
  onClose: () => void
}

/** A key, new or to be changed: whose it is, what it may use, how often, for how long. */
export function ApiKeyForm({ apiKey, customers, onSave, onClose }: ApiKeyFormProps) {
  const words = useTranslations('apiKeys')
  const refusalWords = useRefusalWords()
  const { control, handleSubmit, setError, formState, watch } = useForm({
    defaultValues: apiKeyValues(apiKey),
    resolver: apiKeyResolver(useFieldErrorWords()),
  })
  const { field: chosen, fieldState } = useController({ control, name: 'customers' })
  const save = handleSubmit((key) =>
    onSave(key).catch((error: unknown) =>
      setError('root', { message: refusalWords(error, words('notSaved')) }),
    ),
  )
  const unlisted = (apiKey?.customers ?? []).filter((used) => !customers.some(({ id }) => id === used))
  const choices = <T extends string>(ids: readonly T[], name: (id: T) => string) =>
    ids.map((id) => ({ id, name: name(id) }))
  return (
    <Form onSubmit={(event) => void save(event)} className="grid gap-3">
      <FormTextField control={control} name="name" label={words('name')} hint={words('nameHint')} autoFocus />
      <FormChoiceGroup
        control={control}
        name="scope"
        label={words('customers')}
        options={choices(['chosen', 'all'] as const, (id) => words(`scopes.${id}`))}
      />
      {watch('scope') === 'chosen' && (
        <CheckboxGroup
          label={words('chosen')}
          options={[...customers, ...unlisted.map((id) => ({ id, name: id }))]}
          value={chosen.value}
          onChange={chosen.onChange}
          error={fieldState.error && words('noneChosen')}
        />
      )}
      <FormNumberField
        control={control}
        name="perMinute"
        label={words('perMinute')}
        suffix={words('perMinuteUnit')}
      />
      {!apiKey && (
        <FormSelect
          control={control}
          name="life"
          label={words('life')}
          options={choices(lives, (id) => words(`lives.${id}`))}
        />
      )}
      <FormError message={formState.errors.root?.message} />
      <DialogActions>
        <Button onPress={onClose}>{words('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
          {words(apiKey ? 'save' : 'make')}
        </Button>
      </DialogActions>
    </Form>
  )
}
