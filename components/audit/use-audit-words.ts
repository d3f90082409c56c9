'use client'

import { useTranslations } from 'use-intl'
import { auditVerbSchema } from '@/lib/audit/audit-verb'

/** Who it was: the name that goes with the id today, or what kind of actor it is. */
export function useActorWords(): (actor: { by: string; byName: string | null }) => string {
  const t = useTranslations('audit.actor')
  return ({ by, byName }) => {
    if (byName !== null) return byName
    const kind = (['open', 'system', 'person', 'key'] as const).find((each) => by.split(':')[0] === each)
    return kind ? t(kind) : by
  }
}

/** What was done, in words; a verb that a newer version has written stands for itself. */
export function useVerbWords(): (verb: string) => string {
  const t = useTranslations('audit.verbs')
  return (verb) => {
    const known = auditVerbSchema.safeParse(verb)
    return known.success ? t(known.data) : verb
  }
}
