'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form } from '@/components/form/form'
import { Button } from '@/components/ui/button'
import { fieldStyle } from '@/components/ui/field-parts'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { auditVerbSchema, auditVerbs } from '@/lib/audit/audit-verb'
import { isCalendarDate } from '@/lib/time/stockholm-time'
import { type AuditFilter, everything } from './use-audit-log'
import { useVerbWords } from './use-audit-words'

const anyVerb = 'any'
/** A browser's own field for a date would have it typed as its language does, and ours are written one way. */
const days = ['from', 'to'] as const

/** What the audit log can be narrowed by. Kept in the page, because people type names into it. */
export function AuditFilters({ onSearch }: { onSearch: (filter: AuditFilter) => void }) {
  const t = useTranslations('audit')
  const verbWords = useVerbWords()
  const tError = useTranslations('fieldError')
  const [filter, setFilter] = useState(everything)
  const [wrong, setWrong] = useState<(typeof days)[number][]>([])
  const change = (part: Partial<AuditFilter>) => setFilter((filter) => ({ ...filter, ...part }))
  const verbs = auditVerbs.map((id) => ({ id, name: verbWords(id) }))
  return (
    <Form
      aria-label={t('filter')}
      className="mb-4 grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_9.5rem_9.5rem_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        const found = days.filter((name) => {
          const day = filter[name]
          return day !== null && !isCalendarDate(day)
        })
        setWrong(found)
        if (found.length === 0) onSearch(filter)
      }}
    >
      <TextField label={t('by')} value={filter.by} onChange={(by) => change({ by })} />
      <Select
        label={t('verb')}
        options={[{ id: anyVerb, name: t('anyVerb') }, ...verbs]}
        value={filter.verb ?? anyVerb}
        onChange={(id) => change({ verb: auditVerbSchema.safeParse(id).data ?? null })}
      />
      <TextField label={t('subject')} value={filter.subject} onChange={(subject) => change({ subject })} />
      {days.map((name) => (
        <TextField
          key={name}
          label={t(name)}
          placeholder={t('dayPattern')}
          value={filter[name] ?? ''}
          onChange={(day) => change({ [name]: day.trim() || null })}
          error={wrong.includes(name) ? tError('invalid_date') : undefined}
        />
      ))}
      <Button type="submit" variant="primary" className={fieldStyle.beside}>
        {t('search')}
      </Button>
    </Form>
  )
}
