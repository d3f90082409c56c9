'use client'

import { useTranslations } from 'use-intl'
import { explainWord } from '@/lib/delivery/explain-word'

/** What Vitec said, as it said it, and what it means where that is known. */
export function VitecWords({ word }: { word: string }) {
  const words = useTranslations('delivery')
  const explanations = useTranslations('vitecWord')
  const explanation = explainWord(word)
  return (
    <figure className="mt-3">
      <figcaption className="text-xs text-faint">{words('vitecSaid')}</figcaption>
      <blockquote className="mt-0.5 border-l-2 border-line pl-2.5 font-mono text-xs wrap-anywhere">
        {word}
      </blockquote>
      {explanation && <p className="mt-2 font-medium">{explanations(explanation)}</p>}
    </figure>
  )
}
