import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('forbidden.title') }
}

export default async function ForbiddenPage() {
  const t = await getTranslations()
  return (
    <EmptyState icon="alert" isPage title={t('forbidden.title')} detail={t('forbidden.detail')}>
      <LinkButton href="/leads">{t('notFound.toLeads')}</LinkButton>
    </EmptyState>
  )
}
