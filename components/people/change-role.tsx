'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '@/components/form/form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { type PersonView, personViewSchema } from '@/lib/people/person-view'
import { usePeopleCall, usePeopleRefusalWords, useRoleOptions } from './use-people'

/** A button that gives a person another role. */
export function ChangeRole({ person }: { person: PersonView }) {
  const t = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const options = useRoleOptions()
  const [isOpen, setOpen] = useState(false)
  const [role, setRole] = useState<string>(person.role)
  const { mutate, isPending, error } = usePeopleCall(personViewSchema)
  const title = t('changeNamed', { name: person.name })
  const save = () =>
    mutate(
      { method: 'PATCH', path: `people/${person.id}`, body: { role } },
      { onSuccess: () => setOpen(false) },
    )
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {t('change')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <div className="grid gap-4">
          <Select label={t('role')} options={options} value={role} onChange={setRole} />
          <FormError message={error ? refusalWords(error) : undefined} />
        </div>
        <DialogActions>
          <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={save}>
            {t('save')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
