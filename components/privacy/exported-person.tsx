'use client'

import { useTranslations } from 'use-intl'
import { AttemptList } from '@/components/deliveries/attempt-list'
import { LeadFacts } from '@/components/leads/record/lead-facts'
import { MessagePanel } from '@/components/leads/record/message-panel'
import { PersonFacts } from '@/components/leads/record/person-facts'
import { PropertyFacts } from '@/components/leads/record/property-facts'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Data } from '@/components/ui/data'
import { indentJson } from '@/components/ui/indent-json'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { ExactTime } from '@/components/ui/times'
import type { PersonExport } from '@/lib/privacy/person-search'
import { writtenTime } from '@/lib/time/written-time'
import { OutOfReach } from './out-of-reach'
import { PrintButton } from './print-button'

type ExportedPersonProps = { exported: PersonExport; onBack: () => void }

/** All there is of a person, to be read, printed or saved. It has no address of its own. */
export function ExportedPerson({ exported, onBack }: ExportedPersonProps) {
  const t = useTranslations('privacy.exported')
  const others = [...exported.keptAnswers, ...exported.sandboxInbox, ...exported.drafts]
  return (
    <>
      <PageHeader title={t('title')} detail={<ExactTime at={exported.exportedAt} />}>
        <Button className="print:hidden" onPress={onBack}>
          {t('back')}
        </Button>
        <PrintButton />
        <Button variant="primary" className="print:hidden" onPress={() => saveAsJson(exported)}>
          {t('save')}
        </Button>
      </PageHeader>
      <div className="grid gap-8">
        {exported.leads.map((lead) => (
          <ExportedLead
            key={lead.id}
            lead={lead}
            notes={exported.notes.filter(({ leadId }) => leadId === lead.id)}
          />
        ))}
        {others.length > 0 && (
          <Panel title={t('others')}>
            <CodeBlock
              label={t('others')}
              copyLabel={t('copyOthers')}
              text={JSON.stringify(others, null, 2)}
            />
          </Panel>
        )}
        <div className="text-sm text-soft">
          <OutOfReach />
        </div>
      </div>
    </>
  )
}

type Exported = PersonExport['leads'][number]

type ExportedLeadProps = { lead: Exported; notes: PersonExport['notes'] }

/** One lead of a person, with everything that was received, sent and answered, and written down about it. */
function ExportedLead({ lead: exported, notes }: ExportedLeadProps) {
  const t = useTranslations('privacy.exported')
  const tRecord = useTranslations('leads.record')
  const lead = { ...exported, allowedActions: [] }
  return (
    <section aria-label={t('lead', { at: writtenTime(lead.receivedAt, 'minute') })} className="grid gap-4">
      <PersonFacts lead={lead} />
      <PropertyFacts lead={lead} />
      <LeadFacts lead={lead} />
      <MessagePanel message={lead.message} />
      <AttemptList lead={lead} />
      {notes.length > 0 && (
        <Panel title={t('notes')}>
          <ul className="grid gap-1.5 text-sm">
            {notes.map(({ at, text }) => (
              <li key={at} className="wrap-anywhere">
                <span className="text-faint">
                  <ExactTime at={at} />
                </span>{' '}
                <Data>{text}</Data>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={tRecord('body')}>
        <CodeBlock label={tRecord('body')} copyLabel={tRecord('copyBody')} text={indentJson(lead.body)} />
      </Panel>
    </section>
  )
}

/** Saves an export as a file. */
function saveAsJson(exported: PersonExport): void {
  const file = new Blob([JSON.stringify(exported, null, 2)], { type: 'application/json' })
  saveFile(file, `personal-data-${exported.exportedAt.slice(0, 10)}.json`)
}
