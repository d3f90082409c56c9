'use client'

import { useTranslations } from 'use-intl'
import { auditVerbSchema } from '@/lib/audit/audit-verb'

/** What was done, in words; a verb that a newer version has written stands for itself. */
export function useVerbWords(): (verb: string) => string {
  const words = useTranslations('audit.verbs')
  return (verb) => {
    const known = auditVerbSchema.safeParse(verb)
    return known.success ? words(known.data) : verb
  }
}
