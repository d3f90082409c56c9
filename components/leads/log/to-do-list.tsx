'use client'

import { useTranslations } from 'use-intl'
import { HeldNotice, type InitialVitecState } from '@/components/deliveries/held-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import type { PausedCustomer } from '@/lib/leads/lead-news'
import { LeadLogResult } from './lead-log-result'
import { useRememberedLog } from './log-place'
import { LogTabs } from './log-tabs'
import { PausedCustomers, usePausedCustomers } from './paused-customers'
import { type InitialPage, useLeadLog } from './use-lead-log'

type ToDoListProps = {
  initial: InitialPage
  vitec: InitialVitecState
  paused: PausedCustomer[]
}

/** What needs a person: customers that are paused, and leads that are in doubt, were refused or given up. */
export function ToDoList({ initial, vitec, paused }: ToDoListProps) {
  const t = useTranslations('leads.toDo')
  const log = useLeadLog(initial.filter, initial, 'to_do')
  const customers = usePausedCustomers(paused, initial.readAt)
  useRememberedLog()
  return (
    <>
      <LogTabs current="toDo" />
      <HeldNotice initial={vitec} />
      <PausedCustomers customers={customers} />
      <LeadLogResult
        log={log}
        filter={initial.filter}
        list="to_do"
        isReady
        empty={
          <EmptyState
            icon="check"
            title={t(customers.length > 0 ? 'noLeads.title' : 'empty.title')}
            detail={t(customers.length > 0 ? 'noLeads.detail' : 'empty.detail')}
          >
            <LinkButton href="/leads">{t('toLog')}</LinkButton>
          </EmptyState>
        }
      />
    </>
  )
}
