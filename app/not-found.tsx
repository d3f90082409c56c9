import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('notFound.title') }
}

export default async function NotFoundPage() {
  const t = await getTranslations()
  return (
    <EmptyState icon="question" isPage title={t('notFound.title')} detail={t('notFound.detail')}>
      <LinkButton href="/leads">{t('notFound.toLeads')}</LinkButton>
    </EmptyState>
  )
}
