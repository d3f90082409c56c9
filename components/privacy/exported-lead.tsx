'use client'

import { useTranslations } from 'use-intl'
import { AttemptList } from '@/components/deliveries/attempt-list'
import { LeadFacts } from '@/components/leads/record/lead-facts'
import { MessagePanel } from '@/components/leads/record/message-panel'
import { PersonFacts } from '@/components/leads/record/person-facts'
import { PropertyFacts } from '@/components/leads/record/property-facts'
import { CodeBlock } from '@/components/ui/code-block'
import { indentJson } from '@/components/ui/indent-json'
import { Panel } from '@/components/ui/panel'
import type { PersonExport } from '@/lib/privacy/person-search'
import { writtenTime } from '@/lib/time/written-time'

type Exported = PersonExport['leads'][number]

/** One lead of a person, with everything that was received, sent and answered. */
export function ExportedLead({ lead: exported }: { lead: Exported }) {
  const words = useTranslations('privacy.exported')
  const recordWords = useTranslations('leadRecord')
  const lead = { ...exported, allowedActions: [] }
  return (
    <section
      aria-label={words('lead', { at: writtenTime(lead.receivedAt, 'minute') })}
      className="grid gap-4"
    >
      <PersonFacts lead={lead} />
      <PropertyFacts lead={lead} />
      <LeadFacts lead={lead} />
      <MessagePanel message={lead.message} />
      <AttemptList attempts={lead.attempts} />
      <Panel title={recordWords('body')}>
        <CodeBlock
          label={recordWords('body')}
          copyLabel={recordWords('copyBody')}
          text={indentJson(lead.body)}
        />
      </Panel>
    </section>
  )
}
