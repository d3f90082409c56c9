import { redirect } from 'next/navigation'
import { startPage } from '@/lib/access/sign-in-address'
import { requirePage } from '@/lib/http/require-page'

export default async function HomePage() {
  await requirePage('read')
  redirect(startPage)
}
