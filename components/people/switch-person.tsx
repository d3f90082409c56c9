'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-queue'
import { type PersonView, personViewSchema } from '@/lib/people/person-view'
import { usePeopleCall } from './use-people'
import { usePeopleRefusalWords } from './use-people-refusal-words'

/** A button that shuts a person out at once, or lets them in again. */
export function SwitchPerson({ person }: { person: PersonView }) {
  const words = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { mutate, isPending } = usePeopleCall(personViewSchema)
  const disabled = person.disabledAt === null
  const name = disabled ? 'disable' : 'enable'
  return (
    <Button
      variant="quiet"
      size="sm"
      aria-label={words(`${name}Named`, { name: person.name })}
      isPending={isPending}
      onPress={() =>
        mutate(
          { method: 'PATCH', path: `people/${person.id}`, body: { disabled } },
          { onError: (error) => showToast({ tone: 'danger', title: refusalWords(error) }) },
        )
      }
    >
      {words(name)}
    </Button>
  )
}
