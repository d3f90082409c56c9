'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { ExactTime } from '@/components/ui/exact-time'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { PersonExport } from '@/lib/privacy/person-search'
import { ExportedLead } from './exported-lead'
import { OutOfReach } from './out-of-reach'
import { PrintButton } from './print-button'
import { saveAsJson } from './save-as-json'

type ExportedPersonProps = { exported: PersonExport; onBack: () => void }

/** All there is of a person, to be read, printed or saved. It has no address of its own. */
export function ExportedPerson({ exported, onBack }: ExportedPersonProps) {
  const words = useTranslations('privacy.exported')
  const others = [...exported.keptAnswers, ...exported.sandboxInbox]
  return (
    <>
      <PageHeader title={words('title')} detail={<ExactTime at={exported.exportedAt} />}>
        <Button className="print:hidden" onPress={onBack}>
          {words('back')}
        </Button>
        <PrintButton />
        <Button variant="primary" className="print:hidden" onPress={() => saveAsJson(exported)}>
          {words('save')}
        </Button>
      </PageHeader>
      <div className="grid gap-8">
        {exported.leads.map((lead) => (
          <ExportedLead key={lead.id} lead={lead} />
        ))}
        {others.length > 0 && (
          <Panel title={words('others')}>
            <CodeBlock
              label={words('others')}
              copyLabel={words('copyOthers')}
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
