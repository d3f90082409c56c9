import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NarrowPage } from '@/components/access/narrow-page'
import { SignIn } from '@/components/access/sign-in/sign-in'
import { pageIdentity } from '@/lib/http/require-page'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('signIn.title') }
}

export default async function SignInPage() {
  if (await pageIdentity()) redirect('/leads')
  const words = await getWords()
  return (
    <NarrowPage title={words('signIn.title')}>
      <SignIn />
    </NarrowPage>
  )
}
