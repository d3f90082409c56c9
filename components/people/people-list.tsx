'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { PageHeader } from '@/components/ui/page-header'
import { NotRead } from '@/components/ui/paged-list'
import { Cell, Column, Row, Table, TableBody, TableHead } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import type { PersonView } from '@/lib/people/person-view'
import { ChangeRole } from './change-role'
import { InvitationList } from './invitation-list'
import { InvitePerson } from './invite-person'
import { RemovePerson, ResetPerson, SwitchPerson } from './person-actions'
import { type InitialPeople, usePeople } from './use-people'

/** Everybody who may sign in, to be kept in order by an administrator. `self` is the reader's own id. */
export function PeopleList({ initial, self }: { initial: InitialPeople; self: string }) {
  const t = useTranslations('people')
  const { data, isError, refetch } = usePeople(initial)
  return (
    <div className="grid max-w-240 gap-5">
      <div>
        <PageHeader title={t('title')} detail={t('detail')}>
          <InvitePerson />
        </PageHeader>
        {isError && <NotRead title={t('notRead')} onRetry={refetch} />}
        <Table caption={t('title')}>
          <TableHead>
            <Column>{t('name')}</Column>
            <Column>{t('role')}</Column>
            <Column>{t('secondFactor')}</Column>
            <Column>{t('since')}</Column>
            <Column>
              <span className="sr-only">{t('actions')}</span>
            </Column>
          </TableHead>
          <TableBody>
            {data.people.map((person) => (
              <PersonRow key={person.id} person={person} isSelf={person.id === self} />
            ))}
          </TableBody>
        </Table>
      </div>
      {data.invitations.length > 0 && <InvitationList {...data} />}
    </div>
  )
}

type PersonRowProps = { person: PersonView; isSelf: boolean }

/** One person; the reader cannot shut themselves out. */
function PersonRow({ person, isSelf }: PersonRowProps) {
  const t = useTranslations('people')
  const tRole = useTranslations('people.roles')
  return (
    <Row>
      <Cell>
        <div className="font-medium text-ink">
          <Data>{person.name}</Data>
          {isSelf && <span className="font-normal text-faint"> ({t('you')})</span>}
        </div>
        <div translate="no" className="break-all text-faint">
          {person.email}
        </div>
      </Cell>
      <Cell label={t('role')}>
        {person.disabledAt ? <Badge tone="warning">{t('disabled')}</Badge> : tRole(person.role)}
      </Cell>
      <Cell label={t('secondFactor')}>{t(person.hasSecondFactor ? 'yes' : 'no')}</Cell>
      <Cell label={t('since')}>
        <ExactTime at={person.createdAt} look="day" />
      </Cell>
      <Cell>
        {!isSelf && (
          <div className="flex flex-wrap justify-end gap-1">
            <ChangeRole person={person} />
            {person.disabledAt === null && <ResetPerson person={person} />}
            <SwitchPerson person={person} />
            {person.disabledAt !== null && <RemovePerson person={person} />}
          </div>
        )}
      </Cell>
    </Row>
  )
}
