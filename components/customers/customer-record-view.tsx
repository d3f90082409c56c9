'use client'

import { useTranslations } from 'use-intl'
import { Can, useCan } from '@/components/auth/can'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { CustomerRecord, LeadSourceView } from '@/lib/customers/customer'
import { useJustAdded } from './add-customer'
import { EntryActions } from './entry-actions'
import { EntryButton } from './entry-form'
import { RefreshResult, useRefresh } from './lead-source-refresh'
import { PauseNotice } from './pause-notice'
import { useCustomerCall, useCustomerRecord } from './use-customers'
import { VitecAccountButton } from './vitec-account-form'

type CustomerRecordViewProps = { initial: CustomerRecord; readAt: number }

/** One customer: whether its leads wait, its lead sources, the account they are sent with. */
export function CustomerRecordView({ initial, readAt }: CustomerRecordViewProps) {
  const t = useTranslations('customers')
  const record = useCustomerRecord(initial, readAt)
  const { customer } = record
  const { id, name, paused } = customer
  const [isNew, heading] = useJustAdded(id)
  return (
    <div className="max-w-240">
      <TextLink href="/customers" className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm">
        <Icon name="right" className="size-3.5 rotate-180" />
        <span>{t('back')}</span>
      </TextLink>
      <PageHeader
        title={
          <span ref={heading} tabIndex={-1} className="wrap-anywhere">
            <Data>{name}</Data>
          </span>
        }
        detail={<Marks record={record} />}
      >
        <EntryActions kind="customer" entry={customer} path={`customers/${id}`} />
      </PageHeader>
      <p role="status" className="text-sm text-success empty:hidden">
        {isNew && <span className="mb-4 block">{t('added', { name })}</span>}
      </p>
      <div className="grid gap-4">
        <div aria-live="polite" className="empty:hidden">
          {paused && <PauseNotice customer={customer} paused={paused} />}
        </div>
        <LeadSources record={record} />
        <Account record={record} />
      </div>
    </div>
  )
}

/** The id at Vitec, and what else tells it from others. */
function Marks({ record: { customer, isDefault } }: { record: CustomerRecord }) {
  const t = useTranslations('customers')
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Data className="font-mono text-xs wrap-anywhere">{customer.vitecId}</Data>
      {isDefault && <Badge tone="info">{t('default')}</Badge>}
      {!customer.active && <Badge tone="neutral">{t('off')}</Badge>}
    </span>
  )
}

function LeadSources({ record: { customer, canRefresh } }: { record: CustomerRecord }) {
  const t = useTranslations('customers')
  const canWrite = useCan('write')
  const refresh = useRefresh(customer.id)
  const { mutateAsync } = useCustomerCall()
  const { id, name, leadSources } = customer
  return (
    <Panel title={t('leadSources')} isFlush>
      <RefreshResult refresh={refresh} />
      {leadSources.length === 0 ? (
        <p className="border-b border-line px-4 py-3 text-sm text-faint">{t('noLeadSources')}</p>
      ) : (
        <ul aria-label={t('leadSourcesOf', { name })}>
          {leadSources.map((leadSource) => (
            <LeadSourceItem key={leadSource.id} customerId={id} leadSource={leadSource} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-1 px-2 py-1.5 empty:hidden">
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
      </div>
    </Panel>
  )
}

function LeadSourceItem({ customerId, leadSource }: { customerId: string; leadSource: LeadSourceView }) {
  const t = useTranslations('customers')
  const tPack = useTranslations('postingPacks')
  const { id, vitecId, name, active } = leadSource
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 py-1 text-sm">
        <Data className={`min-w-0 wrap-anywhere ${active ? 'text-ink' : 'text-faint'}`}>{name}</Data>
        <Data className="min-w-0 font-mono text-xs wrap-anywhere text-faint">{vitecId}</Data>
        {!active && <Badge tone="neutral">{t('off')}</Badge>}
      </div>
      <div className="-mr-2 flex flex-wrap items-center max-sm:-ml-2">
        <LinkButton
          variant="quiet"
          size="sm"
          href={`/customers/${customerId}/lead-sources/${id}/posting-pack`}
          aria-label={tPack('of', { name })}
        >
          {tPack('title')}
        </LinkButton>
        <EntryActions kind="leadSource" entry={leadSource} path={`lead-sources/${id}`} />
      </div>
    </li>
  )
}

/** Which account leads are sent with: that everybody sees; only an administrator sets another. */
function Account({ record: { customer, canSetAccounts } }: { record: CustomerRecord }) {
  const t = useTranslations('customers.account')
  const { accountSetAt } = customer
  return (
    <Panel title={t('action')} isFlush>
      <p className="px-4 py-3 text-sm text-soft">
        {accountSetAt ? t.rich('ownSince', { time: () => <ExactTime at={accountSetAt} /> }) : t('isCommon')}
      </p>
      <Can permission="administer">
        <div className="border-t border-line px-2 py-1.5">
          <VitecAccountButton customer={customer} canSet={canSetAccounts} />
        </div>
      </Can>
    </Panel>
  )
}
