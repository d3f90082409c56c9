import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Account } from '@/components/account/account'
import { NoAccounts } from '@/components/account/no-accounts'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('account.title') }
}

export default async function AccountPage() {
  const identity = await requirePage('read')
  const { people } = server()
  if (!people || identity.kind !== 'person') return <NoAccounts />
  const person = await people.find(identity.id)
  if (!person) notFound()
  return <Account person={person} />
}
