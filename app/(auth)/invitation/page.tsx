import type { Metadata } from 'next'
import { Invitation } from '@/components/people/invitation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('people.invitation.title') }
}

export default async function InvitationPage() {
  const t = await getTranslations()
  return (
    <NarrowPage title={t('people.invitation.title')} detail={t('people.invitation.detail')}>
      <Invitation />
    </NarrowPage>
  )
}
