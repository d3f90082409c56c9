import type { Metadata } from 'next'
import { Invitation } from '@/components/people/invitation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('people.setup.title') }
}

export default async function SetUpPage() {
  const t = await getTranslations()
  return (
    <NarrowPage title={t('people.setup.title')} detail={t('people.setup.detail')}>
      <Invitation />
    </NarrowPage>
  )
}
