'use client'

import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormChoiceGroup, FormSelect } from '@/components/form/form-choices'
import { FormNumberField } from '@/components/form/form-number-field'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DialogActions } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/options'
import { type ApiKeyView, apiKeyModes, type NewApiKey, newApiKeySchema } from '@/lib/api-keys/api-key'
import { apiKeyValues, lives, toApiKeyBody } from './api-key-values'

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
  const t = useTranslations('apiKeys')
  const { control, submit, watch, isSubmitting, rootError } = useSchemaForm({
    schema: newApiKeySchema,
    defaultValues: apiKeyValues(apiKey),
    toBody: toApiKeyBody,
    otherwise: t('notSaved'),
  })
  const { field: chosen, fieldState } = useController({ control, name: 'customers' })
  const save = submit(onSave)
  const unlisted = (apiKey?.customers ?? []).filter((used) => !customers.some(({ id }) => id === used))
  const choices = <T extends string>(ids: readonly T[], name: (id: T) => string) =>
    ids.map((id) => ({ id, name: name(id) }))
  return (
    <Form onSubmit={save} className="grid gap-3">
      <FormTextField control={control} name="name" label={t('name')} hint={t('nameHint')} autoFocus />
      {!apiKey && (
        <FormChoiceGroup
          control={control}
          name="mode"
          label={t('mode')}
          hint={t('modeHint')}
          options={choices(apiKeyModes, (id) => t(`modes.${id}`))}
        />
      )}
      <FormChoiceGroup
        control={control}
        name="scope"
        label={t('customers')}
        options={choices(['chosen', 'all'] as const, (id) => t(`scopes.${id}`))}
      />
      {watch('scope') === 'chosen' && (
        <CheckboxGroup
          label={t('chosen')}
          searchFor={t('searchFor')}
          options={[...customers, ...unlisted.map((id) => ({ id, name: id }))]}
          value={chosen.value}
          onChange={chosen.onChange}
          error={fieldState.error && t('noneChosen')}
        />
      )}
      <FormNumberField
        control={control}
        name="perMinute"
        label={t('perMinute')}
        suffix={t('perMinuteUnit')}
      />
      {!apiKey && (
        <FormSelect
          control={control}
          name="life"
          label={t('life')}
          options={choices(lives, (id) => t(`lives.${id}`))}
        />
      )}
      <FormError message={rootError} />
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t(apiKey ? 'save' : 'make')}
        </Button>
      </DialogActions>
    </Form>
  )
}
