'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { TextLink } from '@/components/ui/link'
import { Cell, Column, Row, Table, TableBody, TableHead, TwoLines } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { useActorWords, useVerbWords } from './use-audit-words'

export function AuditTable({ events }: { events: AuditEvent[] }) {
  const t = useTranslations('audit')
  const verbWords = useVerbWords()
  const actorWords = useActorWords()
  return (
    <Table caption={t('title')} isFixed>
      <TableHead>
        <Column className="w-44">{t('at')}</Column>
        <Column>{t('by')}</Column>
        <Column>{t('verb')}</Column>
        <Column>{t('subject')}</Column>
        <Column className="w-36">{t('address')}</Column>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell>
              <ExactTime at={event.at} look="second" />
            </Cell>
            <Cell label={t('by')}>
              <TwoLines note={<Data className="font-mono wrap-anywhere">{event.by}</Data>}>
                {actorWords(event)}
              </TwoLines>
            </Cell>
            <Cell label={t('verb')}>{verbWords(event.verb)}</Cell>
            <Cell label={t('subject')}>
              <SubjectLink subject={event.subject} />
              {event.leads !== null && (
                <span className="block text-xs text-soft">{t('leads', { count: event.leads })}</span>
              )}
            </Cell>
            <Cell label={t('address')}>
              <Data className="font-mono text-xs wrap-anywhere">{event.from}</Data>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

/** What it was done to, with the way there where it has a page of its own. */
function SubjectLink({ subject }: { subject: string }) {
  const [kind, id = ''] = subject.split(':')
  const look = 'font-mono text-xs wrap-anywhere'
  if (kind === 'lead') {
    return (
      <TextLink translate="no" href={`/leads/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  if (kind === 'erasure') {
    return (
      <TextLink translate="no" href={`/settings/privacy/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  return <Data className={look}>{subject}</Data>
}
