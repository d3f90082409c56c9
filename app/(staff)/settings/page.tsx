import { redirect } from 'next/navigation'
import { meets } from '@/lib/auth/permissions'
import { requirePage } from '@/lib/http/require-page'

export default async function SettingsPage() {
  const identity = await requirePage('read')
  redirect(meets(identity, 'administer') ? '/settings/api-keys' : '/settings/account')
}
