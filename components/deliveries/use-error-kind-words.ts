'use client'

import { useTranslations } from 'use-intl'
import { errorKinds } from '@/lib/deliveries/attempt-result'

/** Names why an attempt failed; a kind that this page does not know yet as it is. */
export function useErrorKindWords(): (errorKind: string) => string {
  const words = useTranslations('delivery.errorKind')
  return (errorKind) => {
    const known = errorKinds.find((kind) => kind === errorKind)
    return known ? words(known) : errorKind
  }
}
