'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Checkbox } from '@/components/ui/checkbox'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'

/** Turns single keys on or off, for the person who is signed in. */
export function ShortcutSwitch() {
  const t = useTranslations('shortcuts')
  const [isOn, setOn] = useShortcutSetting()
  return (
    <Checkbox isSelected={isOn} onChange={setOn}>
      {t('setting')}
    </Checkbox>
  )
}

/** The same as a part of the settings. */
export function ShortcutPanel() {
  const t = useTranslations('shortcuts')
  return (
    <Panel title={t('title')}>
      <p className="mb-2 text-sm text-soft">{t('meaning')}</p>
      <ShortcutSwitch />
    </Panel>
  )
}

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
