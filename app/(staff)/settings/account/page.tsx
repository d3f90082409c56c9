import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountSettings } from '@/components/account/account-settings'
import { NoAccounts } from '@/components/account/no-accounts'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('account.title') }
}

export default async function AccountPage() {
  const identity = await requirePage('read')
  const { people } = server()
  if (!people || identity.kind !== 'person') return <NoAccounts />
  const person = await people.find(identity.id)
  if (!person) notFound()
  return <AccountSettings person={person} />
}
