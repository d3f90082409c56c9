import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/api/require-page'
import { startPage } from '@/lib/auth/return-to'

export default async function HomePage() {
  await requirePage('read')
  redirect(startPage)
}
