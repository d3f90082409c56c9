'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Panel } from '@/components/ui/panel'
import { RelativeTime } from '@/components/ui/times'
import { showToast } from '@/components/ui/toast'
import { doneSchema, type InvitationView, type PeopleView } from '@/lib/people/person-view'
import { usePeopleCall, usePeopleRefusalWords } from './use-people'

/** The invitations that are still open; where links are mailed, also that one was not. */
export function InvitationList({ invitations, sendsMail }: Pick<PeopleView, 'invitations' | 'sendsMail'>) {
  const t = useTranslations('people')
  return (
    <Panel title={t('invitations')} isFlush>
      <ul className="divide-y divide-line text-sm">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <InvitationItem invitation={invitation} isUnsent={sendsMail && invitation.mailedAt === null} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type InvitationItemProps = { invitation: InvitationView; isUnsent: boolean }

function InvitationItem({ invitation: { id, email, role, expiresAt }, isUnsent }: InvitationItemProps) {
  const t = useTranslations('people')
  const tRole = useTranslations('people.roles')
  const refusalWords = usePeopleRefusalWords()
  const { mutate, isPending } = usePeopleCall(doneSchema)
  return (
    <>
      <Data className="min-w-0 grow break-all text-ink">{email}</Data>
      {isUnsent && <Badge tone="warning">{t('notMailed')}</Badge>}
      <span>{tRole(role)}</span>
      <span className="text-faint">
        {t('expires')} <RelativeTime at={expiresAt} isFuture />
      </span>
      <Button
        variant="quiet"
        size="sm"
        aria-label={t('withdrawNamed', { email })}
        isPending={isPending}
        onPress={() =>
          mutate(
            { method: 'POST', path: `invitations/${id}/withdraw` },
            { onError: (error) => showToast({ tone: 'danger', title: refusalWords(error) }) },
          )
        }
      >
        {t('withdraw')}
      </Button>
    </>
  )
}
