'use client'

import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { CallButton } from './call-button'
import { EntryButton } from './entry-form'
import { useCustomerCall } from './use-customers'

type EntryActionsProps = {
  kind: 'customer' | 'leadSource'
  entry: { vitecId: string; name: string; active: boolean }
  /** Where it is changed, below `/api/staff/`. */
  path: string
}

/** What can be done with a customer or a lead source: rename it, deactivate or activate it. */
export function EntryActions({ kind, entry, path }: EntryActionsProps) {
  const t = useTranslations('customers')
  const canChange = useCan('administer')
  const { mutateAsync } = useCustomerCall()
  const { vitecId, name, active } = entry
  if (!canChange) return null
  const turn = active ? 'switchOff' : 'switchOn'
  return (
    <>
      <EntryButton
        kind={kind}
        title={t('renameNamed', { name })}
        entry={{ vitecId, name }}
        onSave={(changed) => mutateAsync({ method: 'PATCH', path, body: { name: changed.name } })}
      >
        {t('rename')}
      </EntryButton>
      <CallButton
        call={{ method: 'PATCH', path, body: { active: !active } }}
        label={t(`${turn}Named`, { name })}
      >
        {t(turn)}
      </CallButton>
    </>
  )
}
