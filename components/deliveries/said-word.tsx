'use client'

import { useTranslations } from 'use-intl'
import { readOwnWord } from '@/lib/deliveries/own-word'

/** Why a call to Vitec came to nothing: in the page's words where they are ours, else as Vitec said it. */
export function SaidWord({ word }: { word: string }) {
  const words = useTranslations('ownWord')
  const own = readOwnWord(word)
  if (own) return <span key="own">{words(own.code, { detail: own.detail })}</span>
  // In whatever language Vitec wrote it.
  return (
    <span key="theirs" lang="" translate="no" className="font-mono text-xs wrap-anywhere">
      {word}
    </span>
  )
}
