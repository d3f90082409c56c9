'use client'

import { useTranslations } from 'use-intl'
import { Can, useCan } from '@/components/auth/can'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import type { CustomerView, LeadSourceView } from '@/lib/customers/customer'
import { EntryActions } from './entry-actions'
import { EntryButton } from './entry-form'
import { RefreshResult, useRefresh } from './lead-source-refresh'
import { PauseNotice } from './pause-notice'
import { useCustomerCall } from './use-customers'
import { VitecAccountButton } from './vitec-account-form'

type CustomerPanelProps = {
  customer: CustomerView
  isDefault: boolean
  canRefresh: boolean
  canSetAccounts: boolean
}

/** One customer and its lead sources. */
export function CustomerPanel(props: CustomerPanelProps) {
  const { customer, isDefault, canRefresh, canSetAccounts } = props
  const t = useTranslations('customers')
  const canWrite = useCan('write')
  const refresh = useRefresh(customer.id)
  const { mutateAsync } = useCustomerCall()
  const { id, vitecId, name, active, paused, leadSources } = customer
  return (
    <Panel
      title={name}
      isData
      label={name === vitecId ? name : `${name}, ${vitecId}`}
      note={
        <>
          {name !== vitecId && <Data className="font-mono text-xs text-faint">{vitecId}</Data>}
          {customer.accountSetAt && <Badge tone="neutral">{t('account.own')}</Badge>}
          {isDefault && <Badge tone="info">{t('default')}</Badge>}
          {!active && <Badge tone="neutral">{t('off')}</Badge>}
        </>
      }
      aside={
        <div className="-mr-2 flex max-sm:-ml-2">
          <EntryActions kind="customer" entry={customer} path={`customers/${id}`} />
        </div>
      }
      isFlush
    >
      {paused && <PauseNotice customer={customer} paused={paused} />}
      <RefreshResult refresh={refresh} />
      {leadSources.length === 0 ? (
        <p className="border-b border-line px-4 py-3 text-sm text-faint">{t('noLeadSources')}</p>
      ) : (
        <ul aria-label={t('leadSourcesOf', { name })}>
          {leadSources.map((leadSource) => (
            <LeadSourceItem key={leadSource.id} leadSource={leadSource} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-1 px-2 py-1.5">
        <EntryButton
          kind="leadSource"
          title={t('leadSource.newFor', { name })}
          onSave={(body) => mutateAsync({ method: 'POST', path: `customers/${id}/lead-sources`, body })}
        >
          <Icon name="plus" />
          {t('leadSource.new')}
        </EntryButton>
        {canRefresh && canWrite && (
          <Button
            variant="quiet"
            size="sm"
            aria-label={t('refresh.actionNamed', { name })}
            isPending={refresh.isPending}
            onPress={() => refresh.mutate()}
          >
            <Icon name="refresh" />
            {t('refresh.action')}
          </Button>
        )}
        <Can permission="administer">
          <VitecAccountButton customer={customer} canSet={canSetAccounts} />
        </Can>
      </div>
    </Panel>
  )
}

function LeadSourceItem({ leadSource }: { leadSource: LeadSourceView }) {
  const t = useTranslations('customers')
  const { id, vitecId, name, active } = leadSource
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 py-1 text-sm">
        <Data className={`min-w-0 wrap-anywhere ${active ? 'text-ink' : 'text-faint'}`}>{name}</Data>
        <Data className="min-w-0 font-mono text-xs wrap-anywhere text-faint">{vitecId}</Data>
        {!active && <Badge tone="neutral">{t('off')}</Badge>}
      </div>
      <div className="-mr-2 flex max-sm:-ml-2">
        <EntryActions kind="leadSource" entry={leadSource} path={`lead-sources/${id}`} />
      </div>
    </li>
  )
}
