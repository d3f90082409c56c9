'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { apiKeyChangeSchema, type MadeApiKey } from '@/lib/api-keys/api-key'
import { testKeyDays } from '@/lib/posting-packs/posting-pack'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { useMakeKey } from './use-posting-pack'

type MakeTestKeyProps = { source: PackSource; onMade: (made: MadeApiKey) => void }

/** A button that makes a test key for a pack's customer. */
export function MakeTestKey({ source, onMade }: MakeTestKeyProps) {
  const t = useTranslations('postingPacks.keys')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="sm" onPress={() => setOpen(true)}>
        <Icon name="plus" />
        {t('make')}
      </Button>
      <Dialog title={t('make')} isOpen={isOpen} onOpenChange={setOpen}>
        <TestKeyForm
          source={source}
          onMade={(made) => {
            setOpen(false)
            onMade(made)
          }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}

const nameSchema = apiKeyChangeSchema.pick({ name: true })
/** Names of keys are shorter than those of lead sources. */
const longestName = 60

function TestKeyForm({ source, onMade, onClose }: MakeTestKeyProps & { onClose: () => void }) {
  const t = useTranslations('postingPacks')
  const { mutateAsync } = useMakeKey(source.leadSource.id)
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: nameSchema,
    defaultValues: { name: source.leadSource.name.slice(0, longestName).trim() },
    otherwise: t('notSaved'),
  })
  const save = submit(({ name }) => mutateAsync({ mode: 'test', name }), onMade)
  return (
    <Form onSubmit={save} className="grid gap-3">
      <FormTextField
        control={control}
        name="name"
        label={t('keys.name')}
        hint={t('keys.nameHint')}
        autoFocus
      />
      <p className="text-sm text-soft">
        {t('keys.limits', { customer: source.customer.name, days: testKeyDays })}
      </p>
      <FormError message={rootError} />
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t('keys.create')}
        </Button>
      </DialogActions>
    </Form>
  )
}
