import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/http/require-page'

export default async function SettingsPage() {
  await requirePage('administer')
  redirect('/settings/api-keys')
}
