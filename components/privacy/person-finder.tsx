'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-audit-words'
import { Form } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { fieldStyle } from '@/components/ui/field-parts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { callApi } from '@/lib/api-client/call-api'
import { type DraftHit, type PersonExport, personHitsSchema } from '@/lib/privacy/person-search'
import { writtenTime } from '@/lib/time/written-time'
import { FoundLeads } from './found-leads'

const shortest = 3

/** Finds the leads that may be of a person. */
export function PersonFinder({ onExported }: { onExported: (exported: PersonExport) => void }) {
  const t = useTranslations('privacy.search')
  const refusalWords = useRefusalWords()
  const [text, setText] = useState('')
  const { mutate, data, isPending, error } = usePersonSearch()
  const isTooShort = text.trim().length < shortest
  return (
    <Panel title={t('title')}>
      <Form
        className="grid items-start justify-items-start gap-3 sm:grid-cols-[1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isTooShort) mutate(text)
        }}
      >
        <TextField
          label={t('label')}
          hint={t('hint')}
          value={text}
          onChange={setText}
          autoComplete="off"
          className="w-full"
        />
        <Button
          type="submit"
          variant="primary"
          className={fieldStyle.beside}
          isDisabled={isTooShort}
          isPending={isPending}
        >
          {t('search')}
        </Button>
      </Form>
      {error && (
        <div role="alert" className="mt-4">
          <Notice tone="danger" title={refusalWords(error, t('failed'))} />
        </div>
      )}
      <p role="status" className={data?.leads.length === 0 ? 'mt-4 text-sm text-soft' : 'sr-only'}>
        {data && t('found', { count: data.leads.length })}
      </p>
      {data?.insteadOf && (
        <div className="mt-4">
          <Notice tone="warning" title={t('insteadOf', { typed: data.insteadOf, search: data.search })} />
        </div>
      )}
      {data && data.drafts.length > 0 && <FoundDrafts drafts={data.drafts} />}
      {data && data.leads.length > 0 && (
        <FoundLeads key={data.leads.map(({ id }) => id).join()} hits={data} onExported={onExported} />
      )}
    </Panel>
  )
}

/** The forms that somebody here has half filled with what was sought. */
function FoundDrafts({ drafts }: { drafts: DraftHit[] }) {
  const t = useTranslations('privacy.search')
  const actorWords = useActorWords()
  return (
    <div className="mt-4 text-sm text-soft">
      <p>{t('drafts', { count: drafts.length })}</p>
      <ul className="list-disc pl-4">
        {drafts.map(({ by, byName, savedAt, name }) => (
          <li key={by}>
            {t('draft', { name, at: writtenTime(savedAt, 'minute'), by: actorWords({ by, byName }) })}
          </li>
        ))}
      </ul>
      <p>{t('draftEnds')}</p>
    </div>
  )
}

/** Looks for a person. Neither the words nor what was found is kept anywhere but on the page. */
function usePersonSearch() {
  return useMutation({
    mutationFn: (search: string) =>
      callApi('/api/staff/privacy/search', { method: 'POST', body: { search }, answer: personHitsSchema }),
    gcTime: 0,
  })
}
