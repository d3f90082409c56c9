'use client'

import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'

/** What stands in the log before the first lead: the two ways to send one. */
export function NoLeadsYet({ firstLead }: { firstLead: FirstLead }) {
  const t = useTranslations('leads.log.empty')
  return (
    <>
      <EmptyState icon="leads" title={t('title')} detail={t('detail')}>
        <Can permission="write">
          <LinkButton href="/leads/new">{t('toForm')}</LinkButton>
        </Can>
      </EmptyState>
      <h2 className="mt-6 mb-2 text-sm font-medium text-ink">{t('fromCommandLine')}</h2>
      <CodeBlock
        label={t('fromCommandLine')}
        copyLabel={t('copyCommand')}
        text={firstLeadCommand(firstLead)}
      />
      {firstLead.needsKey && <p className="mt-2 text-sm text-soft">{t('needsKey')}</p>}
    </>
  )
}

/** Where the API is, whether it asks for a key, and whose lead to try it with. */
export type FirstLead = { origin: string; needsKey: boolean; customerId: string }

/** A command that sends a lead, with all that a lead must have; the key is taken from the shell's `LEAD_API_KEY`. */
export function firstLeadCommand({ origin, needsKey, customerId }: FirstLead): string {
  const key = needsKey ? ' -H "X-API-Key: $LEAD_API_KEY"' : ''
  return `curl ${origin}/api/lead${key} -H 'Content-Type: application/json' -d '{
  "customer": { "customer_id": "${customerId}", "lead_id": "LEAD456" },
  "person": {
    "first_name": "Erik",
    "last_name": "Andersson",
    "email": "erik.andersson@example.com",
    "phone": "+46701234567",
    "address": "Storgatan 12"
  },
  "property": { "valuation": 5500000, "property_sub_type": "SingleFamilyResidence" }
}'`
}
