import type { Metadata } from 'next'
import { NoAccounts } from '@/components/account/no-accounts'
import { PeopleList } from '@/components/people/people-list'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('people.title') }
}

export default async function PeoplePage() {
  const identity = await requirePage('administer')
  const { people } = server()
  if (!people || identity.kind !== 'person') return <NoAccounts />
  return <PeopleList initial={{ people: await people.list(), readAt: Date.now() }} self={identity.id} />
}
