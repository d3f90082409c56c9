'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Notice } from '@/components/ui/notice'
import type { PersonExport } from '@/lib/privacy/person-export'
import type { PersonHits } from '@/lib/privacy/person-search'
import { ErasePerson } from './erase-person'
import { useExport } from './use-export'
import { useHitWords } from './use-hit-words'

type FoundLeadsProps = {
  hits: PersonHits
  onExported: (exported: PersonExport) => void
}

/** What was found, to be chosen from: two people may have one name. */
export function FoundLeads({ hits, onExported }: FoundLeadsProps) {
  const words = useTranslations('privacy.search')
  const refusalWords = useRefusalWords()
  const hitWords = useHitWords()
  const [chosen, setChosen] = useState<string[]>([])
  const { mutate, isPending, error } = useExport()
  const isAll = chosen.length === hits.leads.length
  const isNone = chosen.length === 0
  return (
    <div className="mt-4 grid gap-3">
      {hits.hasMore && <Notice tone="warning" title={words('more')} />}
      <Checkbox
        isSelected={isAll}
        onChange={(isSelected) => setChosen(isSelected ? hits.leads.map(({ id }) => id) : [])}
      >
        {words('all')}
      </Checkbox>
      <CheckboxGroup
        label={words('hits')}
        options={hits.leads.map((lead) => ({ id: lead.id, name: hitWords(lead) }))}
        value={chosen}
        onChange={setChosen}
      />
      {error && (
        <div role="alert">
          <Notice tone="danger" title={refusalWords(error, words('notExported'))} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={isNone}
          isPending={isPending}
          onPress={() => mutate(chosen, { onSuccess: onExported })}
        >
          {words('export')}
        </Button>
        <ErasePerson leadIds={chosen} />
      </div>
    </div>
  )
}
