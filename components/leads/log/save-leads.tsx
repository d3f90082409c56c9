'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/components/ui/save-file'
import { showToast } from '@/components/ui/toast'
import { fetchFile } from '@/lib/api-client/call-api'
import { csvFileName } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'

type SaveLeadsProps = {
  filter: LeadFilter
  /** The leads in sight are those of the filter. */
  isReady: boolean
}

/** The button that saves all leads of the filter as a file for a spreadsheet. */
export function SaveLeads({ filter, isReady }: SaveLeadsProps) {
  const t = useTranslations('leads.export')
  const refusalWords = useRefusalWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () => fetchFile('/api/staff/leads/export', { method: 'POST', body: filter }),
    onSuccess: (file) => saveFile(file, csvFileName()),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('failed')) }),
    gcTime: 0,
  })
  return (
    <Button isDisabled={!isReady} isPending={isPending} onPress={() => mutate()}>
      {t('save')}
    </Button>
  )
}
