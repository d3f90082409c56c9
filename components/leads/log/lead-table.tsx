'use client'

import { useTranslations } from 'use-intl'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import { Column } from '@/components/ui/table-row'
import type { LeadRow } from '@/lib/leads/lead-view'
import { LeadTableRow } from './lead-table-row'

/** The rows of the log. */
export function LeadTable({ leads }: { leads: LeadRow[] }) {
  const words = useTranslations('leadLog')
  return (
    <Table caption={words('caption')} isFixed>
      <TableHead>
        <Column>{words('columns.person')}</Column>
        <Column className="w-36 @4xl:w-42">{words('columns.status')}</Column>
        <Column>{words('columns.property')}</Column>
        <Column>{words('columns.customer')}</Column>
        <Column className="w-24 @2xl:hidden @4xl:table-cell">{words('columns.channel')}</Column>
        <Column className="w-40">{words('columns.received')}</Column>
      </TableHead>
      <TableBody>
        {leads.map((lead) => (
          <LeadTableRow key={lead.id} lead={lead} />
        ))}
      </TableBody>
    </Table>
  )
}
