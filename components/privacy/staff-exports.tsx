'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Checkbox } from '@/components/ui/checkbox'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'

/** Whether staff may save leads as a file, to be decided by a press. */
export function StaffExports({ staffMay }: { staffMay: boolean }) {
  const t = useTranslations('privacy.export')
  const refusalWords = useRefusalWords()
  const [isAllowed, setAllowed] = useState(staffMay)
  const { mutate } = useMutation({
    mutationFn: (next: boolean) =>
      callApi('/api/staff/leads/export/rule', {
        method: 'PATCH',
        body: { staffMay: next },
        answer: z.object({ done: z.literal(true) }),
      }),
    onMutate: setAllowed,
    onSuccess: () => showToast({ tone: 'success', title: t('saved') }),
    onError: (error, next) => {
      setAllowed(!next)
      showToast({ tone: 'danger', title: refusalWords(error, t('failed')) })
    },
  })
  return (
    <Panel title={t('title')}>
      <p className="mb-2 text-sm text-soft">{t('detail')}</p>
      <Checkbox isSelected={isAllowed} onChange={(next) => mutate(next)}>
        {t('rule')}
      </Checkbox>
    </Panel>
  )
}
