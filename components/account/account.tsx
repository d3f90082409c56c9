'use client'

import { useTranslations } from 'use-intl'
import { Fact, Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { PersonView } from '@/lib/access/person-view'
import { PasswordForm } from './password-form'
import { SecondFactorPanel } from './second-factor-panel'
import { SignOutEverywhere } from './sign-out-everywhere'

/** What somebody can do about their own account. */
export function AccountSettings({ person }: { person: PersonView }) {
  const words = useTranslations('account')
  const roleWords = useTranslations('role')
  return (
    <div className="grid max-w-160 gap-4">
      <PageHeader title={words('title')} />
      <Panel title={words('you')}>
        <Facts>
          <Fact name={words('name')}>{person.name}</Fact>
          <Fact name={words('email')}>{person.email}</Fact>
          <Fact name={words('role')}>{roleWords(person.role)}</Fact>
        </Facts>
      </Panel>
      <Panel title={words('password')}>
        <PasswordForm />
      </Panel>
      <SecondFactorPanel isOn={person.hasSecondFactor} />
      <Panel title={words('everywhere')}>
        <SignOutEverywhere />
      </Panel>
    </div>
  )
}
