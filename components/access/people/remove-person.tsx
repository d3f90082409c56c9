'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '@/components/form/form-error'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { doneSchema, type PersonView } from '@/lib/access/person-view'
import { usePeopleCall } from './use-people'
import { useRefusalWords } from './use-refusal-words'

/** A button that removes somebody who was shut out, once that is confirmed. */
export function RemovePerson({ person }: { person: PersonView }) {
  const words = useTranslations('people')
  const refusalWords = useRefusalWords()
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = usePeopleCall(doneSchema)
  const title = words('removeNamed', { name: person.name })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {words('remove')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <p className="text-sm text-soft">{words('removeMeaning')}</p>
        <FormError message={error ? refusalWords(error) : undefined} />
        <DialogActions>
          <Button autoFocus onPress={() => setOpen(false)}>
            {words('cancel')}
          </Button>
          <Button
            variant="danger"
            isPending={isPending}
            onPress={() => mutate({ method: 'DELETE', path: `people/${person.id}` })}
          >
            {words('remove')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
