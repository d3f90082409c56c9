import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('notFound.title') }
}

export default async function NotFoundPage() {
  const words = await getWords()
  return (
    <EmptyState icon="question" isPage title={words('notFound.title')} detail={words('notFound.detail')}>
      <LinkButton href="/leads">{words('notFound.toLeads')}</LinkButton>
    </EmptyState>
  )
}
