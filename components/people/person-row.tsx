'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { ExactTime } from '@/components/ui/exact-time'
import { Cell, Row } from '@/components/ui/table-row'
import type { PersonView } from '@/lib/people/person-view'
import { ChangeRole } from './change-role'
import { RemovePerson } from './remove-person'
import { ResetPerson } from './reset-person'
import { SwitchPerson } from './switch-person'

type PersonRowProps = { person: PersonView; isSelf: boolean }

/** One person; the reader cannot shut themselves out. */
export function PersonRow({ person, isSelf }: PersonRowProps) {
  const words = useTranslations('people')
  const roleWords = useTranslations('role')
  return (
    <Row>
      <Cell>
        <div className="font-medium text-ink">
          <Data>{person.name}</Data>
          {isSelf && <span className="font-normal text-faint"> ({words('you')})</span>}
        </div>
        <div translate="no" className="break-all text-faint">
          {person.email}
        </div>
      </Cell>
      <Cell label={words('role')}>
        {person.disabledAt ? <Badge tone="warning">{words('disabled')}</Badge> : roleWords(person.role)}
      </Cell>
      <Cell label={words('secondFactor')}>{words(person.hasSecondFactor ? 'yes' : 'no')}</Cell>
      <Cell label={words('since')}>
        <ExactTime at={person.createdAt} look="day" />
      </Cell>
      <Cell>
        {!isSelf && (
          <div className="flex justify-end gap-1">
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
