'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast-queue'
import { invitedSchema, type PersonView } from '@/lib/people/person-view'
import { InvitationLink } from './invitation-link'
import { usePeopleCall } from './use-people'
import { usePeopleRefusalWords } from './use-people-refusal-words'

/** A button that makes a link by which a person chooses a new password, and shows it, once. */
export function ResetPerson({ person }: { person: PersonView }) {
  const words = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { data, mutate, isPending, reset } = usePeopleCall(invitedSchema)
  const title = words('resetNamed', { name: person.name })
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        aria-label={title}
        isPending={isPending}
        onPress={() =>
          mutate(
            { method: 'POST', path: `people/${person.id}/reset` },
            { onError: (error) => showToast({ tone: 'danger', title: refusalWords(error) }) },
          )
        }
      >
        {words('reset')}
      </Button>
      <Dialog title={title} isOpen={data !== undefined} onOpenChange={reset}>
        {data && <InvitationLink invited={data} onDone={reset} />}
      </Dialog>
    </>
  )
}
