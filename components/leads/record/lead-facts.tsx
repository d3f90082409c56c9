'use client'

import { use } from 'react'
import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-audit-words'
import { NameAndId } from '@/components/customers/name-and-id'
import { CopyButton } from '@/components/ui/copy-button'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import { testing } from '@/lib/environments/environment'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { Narrow } from '../log/only-this'

/** Where the lead came from, for whom it is, when. */
export function LeadFacts({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tChannel = useTranslations('leads.channel')
  const tField = useTranslations('leads.field')
  const actorWords = useActorWords()
  const { by, byName } = lead
  return (
    <Panel title={t('lead')}>
      <Facts>
        <Fact name={t('customer')}>
          {lead.customerId === null ? (
            <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
          ) : (
            <TextLink href={lead.customerId ? `/customers/${lead.customerId}` : '/customers'}>
              <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
            </TextLink>
          )}
        </Fact>
        <Fact name={t('leadSource')}>
          <NameAndId name={lead.leadSourceName} id={lead.vitecSourceId} />
        </Fact>
        <Fact name={t('channel')}>{tChannel(lead.channel)}</Fact>
        {by !== null && (
          <Fact name={t('by')}>
            <span className="flex items-start gap-1">
              <span className="min-w-0 wrap-anywhere">{actorWords({ by, byName })}</span>
              <OnlyFrom sender={by} name={actorWords({ by, byName })} isTest={lead.environment === testing} />
            </span>
          </Fact>
        )}
        <Fact name={t('receivedAt')}>
          <ExactTime at={lead.receivedAt} />
        </Fact>
        {lead.deliveredAt && (
          <Fact name={t('deliveredAt')}>
            <ExactTime at={lead.deliveredAt} />
          </Fact>
        )}
        {lead.reference !== null && (
          <Fact name={tField('reference')}>
            <Data className="wrap-anywhere">{lead.reference}</Data>
          </Fact>
        )}
        <Fact name={t('id')}>
          <span className="flex items-start gap-1">
            <Data className="font-mono text-xs leading-5 wrap-anywhere">{lead.id}</Data>
            <span className="-my-1">
              <CopyButton text={lead.id} label={t('copyId')} />
            </span>
          </span>
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Leads to the log of what this sender has handed in; beside the log it narrows that. */
function OnlyFrom({ sender, name, isTest }: { sender: string; name: string; isTest: boolean }) {
  const t = useTranslations('leads.filter')
  const narrow = use(Narrow)
  const label = t('only', { what: name })
  const tests = isTest ? 'with' : null
  return (
    <TextLink
      href={`/leads?sender=${encodeURIComponent(sender)}${tests ? `&tests=${tests}` : ''}`}
      aria-label={label}
      title={label}
      onClick={(event) => {
        if (!narrow || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        narrow({ sender, ...(tests && { tests }) })
      }}
      className="-my-0.5 inline-flex size-6 shrink-0 items-center justify-center"
    >
      <Icon name="filter" className="size-3.5!" />
    </TextLink>
  )
}
