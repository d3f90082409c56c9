import type { Metadata } from 'next'
import { SendingSettings } from '@/components/sending/sending-settings'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('sending.title') }
}

export default async function SendingPage() {
  await requirePage('administer')
  const { sending } = server()
  const [state, overview] = await Promise.all([sending.state(), sending.overview()])
  return <SendingSettings initial={{ state, overview, readAt: Date.now() }} />
}
