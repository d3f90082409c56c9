import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('notFound.title') }
}

export default async function NotFoundPage() {
  const t = await getWords()
  return (
    <EmptyState icon="question" isPage title={t('notFound.title')} detail={t('notFound.detail')}>
      <LinkButton href="/leads">{t('notFound.toLeads')}</LinkButton>
    </EmptyState>
  )
}
