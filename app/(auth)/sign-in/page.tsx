import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { SignInPanel } from '@/components/sign-in/sign-in-panel'
import { pageIdentity } from '@/lib/api/require-page'
import { returnTo, startPage } from '@/lib/auth/return-to'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('signIn.title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const page = returnTo((await searchParams).to) ?? startPage
  // Which of our pages it is, the types cannot know.
  if (await pageIdentity()) redirect(page as Route)
  const t = await getTranslations()
  return (
    <NarrowPage title={t('signIn.title')}>
      <SignInPanel page={page} />
    </NarrowPage>
  )
}
