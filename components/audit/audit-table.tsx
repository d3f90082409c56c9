'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { ExactTime } from '@/components/ui/exact-time'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import { Cell, Column, Row } from '@/components/ui/table-row'
import { TwoLines } from '@/components/ui/two-lines'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { SubjectLink } from './audit-subject'
import { useActorWords } from './use-actor-words'
import { useVerbWords } from './use-verb-words'

/** Events of the audit log, a row each. */
export function AuditTable({ events }: { events: AuditEvent[] }) {
  const words = useTranslations('audit')
  const verbWords = useVerbWords()
  const actorWords = useActorWords()
  return (
    <Table caption={words('title')} isFixed>
      <TableHead>
        <Column className="w-44">{words('at')}</Column>
        <Column>{words('by')}</Column>
        <Column>{words('verb')}</Column>
        <Column>{words('subject')}</Column>
        <Column className="w-36">{words('address')}</Column>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell>
              <ExactTime at={event.at} look="second" />
            </Cell>
            <Cell label={words('by')}>
              <TwoLines note={<Data className="font-mono wrap-anywhere">{event.by}</Data>}>
                {actorWords(event)}
              </TwoLines>
            </Cell>
            <Cell label={words('verb')}>{verbWords(event.verb)}</Cell>
            <Cell label={words('subject')}>
              <SubjectLink subject={event.subject} />
              {event.leads !== null && (
                <span className="block text-xs text-soft">{words('leads', { count: event.leads })}</span>
              )}
            </Cell>
            <Cell label={words('address')}>
              <Data className="font-mono text-xs wrap-anywhere">{event.from}</Data>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
