import type { Metadata } from 'next'
import { Sending } from '@/components/sending/sending'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('sending.title') }
}

export default async function SendingPage() {
  await requirePage('administer')
  const { sending } = server()
  const [state, overview] = await Promise.all([sending.state(), sending.overview()])
  return <Sending first={{ state, overview, readAt: Date.now() }} />
}
