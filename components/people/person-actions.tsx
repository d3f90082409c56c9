'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast'
import { doneSchema, invitedSchema, type PersonView, personViewSchema } from '@/lib/people/person-view'
import { InvitationLink } from './invite-person'
import { usePeopleCall, usePeopleRefusalWords } from './use-people'

/** A button that makes a link by which a person chooses a new password, and shows it, once. */
export function ResetPerson({ person }: { person: PersonView }) {
  const t = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { data, mutate, isPending, reset } = usePeopleCall(invitedSchema)
  const title = t('resetNamed', { name: person.name })
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
        {t('reset')}
      </Button>
      <Dialog title={title} isOpen={data !== undefined} onOpenChange={reset}>
        {data && <InvitationLink invited={data} onDone={reset} />}
      </Dialog>
    </>
  )
}

/** A button that shuts a person out at once, or lets them in again. */
export function SwitchPerson({ person }: { person: PersonView }) {
  const t = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { mutate, isPending } = usePeopleCall(personViewSchema)
  const disabled = person.disabledAt === null
  const name = disabled ? 'disable' : 'enable'
  return (
    <Button
      variant="quiet"
      size="sm"
      aria-label={t(`${name}Named`, { name: person.name })}
      isPending={isPending}
      onPress={() =>
        mutate(
          { method: 'PATCH', path: `people/${person.id}`, body: { disabled } },
          { onError: (error) => showToast({ tone: 'danger', title: refusalWords(error) }) },
        )
      }
    >
      {t(name)}
    </Button>
  )
}

/** A button that removes a person who was shut out, after a question. */
export function RemovePerson({ person }: { person: PersonView }) {
  const t = useTranslations('people')
  const refusalWords = usePeopleRefusalWords()
  const { mutate, isPending, error } = usePeopleCall(doneSchema)
  return (
    <DangerQuestion
      action={t('remove')}
      title={t('removeNamed', { name: person.name })}
      meaning={t('removeMeaning')}
      cancel={t('cancel')}
      error={error ? refusalWords(error) : undefined}
      isPending={isPending}
      onConfirm={() => mutate({ method: 'DELETE', path: `people/${person.id}` })}
    />
  )
}
