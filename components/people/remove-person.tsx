'use client'

import { useTranslations } from 'use-intl'
import { DangerQuestion } from '@/components/ui/danger-question'
import { doneSchema, type PersonView } from '@/lib/people/person-view'
import { usePeopleCall } from './use-people'
import { usePeopleRefusalWords } from './use-people-refusal-words'

/** A button that removes somebody who was shut out, after a question. */
export function RemovePerson({ person }: { person: PersonView }) {
  const words = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { mutate, isPending, error } = usePeopleCall(doneSchema)
  return (
    <DangerQuestion
      action={words('remove')}
      title={words('removeNamed', { name: person.name })}
      meaning={words('removeMeaning')}
      cancel={words('cancel')}
      error={error ? refusalWords(error) : undefined}
      isPending={isPending}
      onConfirm={() => mutate({ method: 'DELETE', path: `people/${person.id}` })}
    />
  )
}
