'use client'

import { useTranslations } from 'use-intl'

/** Who it was: the name that goes with the id today, or what kind of actor it is. */
export function useActorWords(): (actor: { by: string; byName: string | null }) => string {
  const words = useTranslations('actor')
  return ({ by, byName }) => {
    if (byName !== null) return byName
    const kind = (['open', 'system', 'person', 'key'] as const).find((each) => by.split(':')[0] === each)
    return kind ? words(kind) : by
  }
}
