import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/api/require-page'
import { meets } from '@/lib/auth/permissions'

export default async function SettingsPage() {
  const identity = await requirePage('read')
  redirect(meets(identity, 'administer') ? '/settings/api-keys' : '/settings/account')
}
