'use client'

import { useTranslations } from 'use-intl'
import type { Option } from '@/components/ui/options'
import { roles } from '@/lib/auth/permissions'

/** The roles to choose from, the least first: whoever does not choose gives the least. */
export function useRoleOptions(): Option[] {
  const words = useTranslations('role')
  return roles.toReversed().map((role) => ({ id: role, name: words(role), note: words(`${role}Meaning`) }))
}
