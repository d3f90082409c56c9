'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { ShortcutPanel } from '@/components/shortcuts/shortcut-list'
import { Button } from '@/components/ui/button'
import { Fact, Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema, type PersonView } from '@/lib/people/person-view'
import { PasswordForm } from './password-form'
import { SecondFactorPanel } from './second-factor-panel'

/** What the reader can do about their own account. */
export function AccountSettings({ person }: { person: PersonView }) {
  const t = useTranslations('account')
  const tRole = useTranslations('people.roles')
  return (
    <div className="grid max-w-160 gap-4">
      <PageHeader title={t('title')} />
      <Panel title={t('you')}>
        <Facts>
          <Fact name={t('name')}>{person.name}</Fact>
          <Fact name={t('email')}>{person.email}</Fact>
          <Fact name={t('role')}>{tRole(person.role)}</Fact>
        </Facts>
      </Panel>
      <Panel title={t('password')}>
        <PasswordForm />
      </Panel>
      <SecondFactorPanel isOn={person.hasSecondFactor} />
      <ShortcutPanel />
      <Panel title={t('everywhere')}>
        <SignOutEverywhere />
      </Panel>
    </div>
  )
}

/** Ends every session of the reader, this one too. */
function SignOutEverywhere() {
  const t = useTranslations('account')
  const refusalWords = useRefusalWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      callApi('/api/staff/account/sign-out-everywhere', { method: 'POST', answer: doneSchema }),
    onSuccess: () => window.location.assign('/sign-in'),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('failed')) }),
  })
  return (
    <>
      <p className="mb-3 text-sm text-soft">{t('everywhereMeaning')}</p>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('signOutEverywhere')}
      </Button>
    </>
  )
}
