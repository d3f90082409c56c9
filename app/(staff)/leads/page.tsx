import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('shell.leads') }
}

export default async function LeadsPage() {
  const words = await getWords()
  return <PageHeader title={words('shell.leads')} />
}
