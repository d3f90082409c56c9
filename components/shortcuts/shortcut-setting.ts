'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'

const settingKey = ['shortcuts']

/** Whether single keys do something, and what turns that on or off for the person. `initial`: as the page was made. */
export function useShortcutSetting(initial = true): [boolean, (isOn: boolean) => void] {
  const t = useTranslations('shortcuts')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: settingKey,
    // It is changed here, and nowhere else while the page is open.
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { mutate } = useMutation({
    mutationFn: (isOn: boolean) =>
      callApi('/api/staff/account/shortcuts', {
        ...{ method: 'PATCH', body: { shortcuts: isOn }, answer: doneSchema },
      }),
    onMutate: (isOn) => queryClient.setQueryData(settingKey, isOn),
    onError: (error, isOn) => {
      queryClient.setQueryData(settingKey, !isOn)
      showToast({ tone: 'danger', title: refusalWords(error, t('notSaved')) })
    },
  })
  return [data, mutate]
}
