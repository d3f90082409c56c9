import type { Metadata } from 'next'
import { AlertSettings } from '@/components/alerts/alert-settings'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('alerts.title') }
}

export default async function AlertsPage() {
  await requirePage('administer')
  return <AlertSettings initial={{ alerts: await server().alerts.view(), readAt: Date.now() }} />
}
