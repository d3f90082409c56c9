import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('signIn.title') }
}

export default async function SignInPage() {
  const words = await getWords()
  return <PageHeader title={words('signIn.title')} />
}
