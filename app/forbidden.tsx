import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('forbidden.title') }
}

export default async function ForbiddenPage() {
  const words = await getWords()
  return (
    <EmptyState icon="alert" isPage title={words('forbidden.title')} detail={words('forbidden.detail')}>
      <LinkButton href="/leads">{words('notFound.toLeads')}</LinkButton>
    </EmptyState>
  )
}
