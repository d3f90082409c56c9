import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/api/require-page'
import { can } from '@/lib/auth/permissions'

export default async function SettingsPage() {
  const identity = await requirePage('read')
  redirect(can(identity, 'administer') ? '/settings/api-keys' : '/settings/account')
}
