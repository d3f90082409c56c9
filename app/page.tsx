import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/http/require-page'

export default async function HomePage() {
  await requirePage('read')
  redirect('/leads')
}
