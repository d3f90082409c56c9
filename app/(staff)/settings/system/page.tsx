import type { Metadata } from 'next'
import { SystemStatus } from '@/components/system/system-status'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('system.title') }
}

export default async function SystemPage() {
  await requirePage('administer')
  return <SystemStatus initial={await server().system.read()} />
}
