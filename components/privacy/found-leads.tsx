'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { placeLine } from '@/components/leads/place-line'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Notice } from '@/components/ui/notice'
import { callApi } from '@/lib/api-client/call-api'
import { testing } from '@/lib/environments/environment'
import { shownPhone } from '@/lib/leads/shown-phone'
import {
  type PersonExport,
  type PersonHit,
  type PersonHits,
  personExportSchema,
} from '@/lib/privacy/person-search'
import { writtenTime } from '@/lib/time/written-time'
import { ErasePerson } from './erase-person'

type FoundLeadsProps = {
  hits: PersonHits
  onExported: (exported: PersonExport) => void
}

/** What was found, to be chosen from: two people may have one name. */
export function FoundLeads({ hits, onExported }: FoundLeadsProps) {
  const t = useTranslations('privacy.search')
  const refusalWords = useRefusalWords()
  const hitWords = useHitWords()
  const [chosen, setChosen] = useState<string[]>([])
  const { mutate, isPending, error } = useExport()
  const isAll = chosen.length === hits.leads.length
  const isNone = chosen.length === 0
  return (
    <div className="mt-4 grid gap-3">
      {hits.hasMore && <Notice tone="warning" title={t('more')} />}
      <Checkbox
        isSelected={isAll}
        onChange={(isSelected) => setChosen(isSelected ? hits.leads.map(({ id }) => id) : [])}
      >
        {t('all')}
      </Checkbox>
      <CheckboxGroup
        label={t('hits')}
        options={hits.leads.map((lead) => ({ id: lead.id, name: hitWords(lead) }))}
        value={chosen}
        onChange={setChosen}
      />
      {error && (
        <div role="alert">
          <Notice tone="danger" title={refusalWords(error, t('notExported'))} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={isNone}
          isPending={isPending}
          onPress={() => mutate(chosen, { onSuccess: onExported })}
        >
          {t('export')}
        </Button>
        <ErasePerson leadIds={chosen} />
      </div>
    </div>
  )
}

/** A lead in one line, by which a person is told from another of the same name. */
function useHitWords(): (lead: PersonHit) => string {
  const t = useTranslations('privacy.search')
  const tStatus = useTranslations('leads.status')
  return (lead) =>
    [
      ...(lead.environment === testing ? ['TEST'] : []),
      `${lead.firstName} ${lead.lastName}`,
      shownPhone(lead.phone),
      lead.email,
      placeLine(lead),
      writtenTime(lead.receivedAt, 'day'),
      tStatus(lead.status),
      ...(lead.spelling === '' ? [] : [t('spelt', { words: lead.spelling })]),
    ].join(' · ')
}

/** Reads all there is of a person's leads. Kept nowhere but on the page. */
function useExport() {
  return useMutation({
    mutationFn: (leadIds: string[]) =>
      callApi('/api/staff/privacy/export', { method: 'POST', body: { leadIds }, answer: personExportSchema }),
    gcTime: 0,
  })
}
