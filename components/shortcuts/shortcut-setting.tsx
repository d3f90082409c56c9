'use client'

import { useMutation } from '@tanstack/react-query'
import { createContext, useContext, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'

type Setting = { isOn: boolean; setOn: (isOn: boolean) => void }
const Setting = createContext<Setting>({ isOn: true, setOn: () => {} })

/** Whether single keys do something, and what turns that on or off for the person. */
export const useShortcutSetting = (): Setting => useContext(Setting)

type SettingProviderProps = { initial: boolean; children: React.ReactNode }

/** Knows the setting wherever it is shown or asked for. `initial`: as it was when the page was made. */
export function ShortcutSettingProvider({ initial, children }: SettingProviderProps) {
  const t = useTranslations('shortcuts')
  const refusalWords = useRefusalWords()
  const [isOn, setIsOn] = useState(initial)
  const { mutate } = useMutation({
    mutationFn: (wanted: boolean) =>
      callApi('/api/staff/account/shortcuts', {
        ...{ method: 'PATCH', body: { shortcuts: wanted }, answer: doneSchema },
      }),
    onMutate: setIsOn,
    onError: (error, wanted) => {
      setIsOn(!wanted)
      showToast({ tone: 'danger', title: refusalWords(error, t('notSaved')) })
    },
  })
  return <Setting value={{ isOn, setOn: mutate }}>{children}</Setting>
}
