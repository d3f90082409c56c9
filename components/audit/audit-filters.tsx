'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { fieldStyle } from '@/components/ui/field-style'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { auditVerbSchema, auditVerbs } from '@/lib/audit/audit-verb'
import { type AuditFilter, everything } from './use-audit-log'
import { useVerbWords } from './use-verb-words'

const anyVerb = 'any'

/** What the audit log can be narrowed by. Kept in the page, because people type names into it. */
export function AuditFilters({ onSearch }: { onSearch: (filter: AuditFilter) => void }) {
  const words = useTranslations('audit')
  const verbWords = useVerbWords()
  const [filter, setFilter] = useState(everything)
  const change = (part: Partial<AuditFilter>) => setFilter({ ...filter, ...part })
  const verbs = auditVerbs.map((id) => ({ id, name: verbWords(id) }))
  return (
    <form
      aria-label={words('filter')}
      className="mb-4 grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_9.5rem_9.5rem_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(filter)
      }}
    >
      <TextField label={words('by')} value={filter.by} onChange={(by) => change({ by })} />
      <Select
        label={words('verb')}
        options={[{ id: anyVerb, name: words('anyVerb') }, ...verbs]}
        value={filter.verb ?? anyVerb}
        onChange={(id) => change({ verb: auditVerbSchema.safeParse(id).data ?? null })}
      />
      <TextField
        label={words('subject')}
        value={filter.subject}
        onChange={(subject) => change({ subject })}
      />
      <TextField
        type="date"
        label={words('from')}
        value={filter.from ?? ''}
        onChange={(from) => change({ from: from || null })}
      />
      <TextField
        type="date"
        label={words('to')}
        value={filter.to ?? ''}
        onChange={(to) => change({ to: to || null })}
      />
      <Button type="submit" variant="primary" className={fieldStyle.beside}>
        {words('search')}
      </Button>
    </form>
  )
}
