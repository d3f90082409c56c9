import { redirect } from 'next/navigation'
import { startPage } from '@/lib/auth/return-to'
import { requirePage } from '@/lib/http/require-page'

export default async function HomePage() {
  await requirePage('read')
  redirect(startPage)
}
