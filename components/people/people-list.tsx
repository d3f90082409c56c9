'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page-header'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import { Column } from '@/components/ui/table-row'
import { InvitationList } from './invitation-list'
import { InvitePerson } from './invite-person'
import { PersonRow } from './person-row'
import { type InitialPeople, usePeople } from './use-people'

/** Everybody who may sign in, to be kept in order by an administrator. `self` is the reader's own id. */
export function PeopleList({ initial, self }: { initial: InitialPeople; self: string }) {
  const words = useTranslations('people')
  const { data } = usePeople(initial)
  return (
    <div className="grid max-w-240 gap-5">
      <div>
        <PageHeader title={words('title')} detail={words('detail')}>
          <InvitePerson />
        </PageHeader>
        <Table caption={words('title')}>
          <TableHead>
            <Column>{words('name')}</Column>
            <Column>{words('role')}</Column>
            <Column>{words('secondFactor')}</Column>
            <Column>{words('since')}</Column>
            <Column>
              <span className="sr-only">{words('actions')}</span>
            </Column>
          </TableHead>
          <TableBody>
            {data.people.map((person) => (
              <PersonRow key={person.id} person={person} isSelf={person.id === self} />
            ))}
          </TableBody>
        </Table>
      </div>
      {data.invitations.length > 0 && <InvitationList invitations={data.invitations} />}
    </div>
  )
}
