'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast-queue'
import { type NewSecondFactor, newSecondFactorSchema } from '@/lib/people/person-view'
import { ConfirmSecondFactor } from './confirm-second-factor'
import { PasswordQuestion } from './password-question'
import { RemoveSecondFactor } from './remove-second-factor'

/** The second factor: an authenticator app, to be set up or removed. */
export function SecondFactorPanel({ isOn: wasOn }: { isOn: boolean }) {
  const words = useTranslations('account')
  const [isOn, setOn] = useState(wasOn)
  const [begun, setBegun] = useState<NewSecondFactor | null>(null)
  const turned = (on: boolean) => {
    setOn(on)
    setBegun(null)
    showToast({ tone: 'success', title: words(on ? 'secondFactorOn' : 'secondFactorOff') })
  }
  const note = isOn ? (
    <Badge tone="success">{words('on')}</Badge>
  ) : (
    <Badge tone="neutral">{words('off')}</Badge>
  )
  return (
    <Panel title={words('secondFactor')} note={note}>
      <p className="mb-3 text-sm text-soft">{words('secondFactorMeaning')}</p>
      {begun ? (
        <ConfirmSecondFactor begun={begun} onDone={() => turned(true)} />
      ) : isOn ? (
        <RemoveSecondFactor onDone={() => turned(false)} />
      ) : (
        <PasswordQuestion
          path="/api/staff/account/second-factor"
          answer={newSecondFactorSchema}
          onDone={setBegun}
        >
          {words('beginSecondFactor')}
        </PasswordQuestion>
      )}
    </Panel>
  )
}
