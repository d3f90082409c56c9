'use client'

import { useTranslations } from 'use-intl'
import { explainWord, readOwnWord } from '@/lib/deliveries/own-word'
import { SaidWord } from './said-word'

/** What Vitec said, as it said it, and what it means where that is known; what we say in its place, in our words. */
export function VitecWords({ word }: { word: string }) {
  const words = useTranslations('delivery')
  const explanations = useTranslations('vitecWord')
  const explanation = explainWord(word)
  if (readOwnWord(word)) {
    return (
      <p className="mt-3">
        <SaidWord word={word} />
      </p>
    )
  }
  return (
    <figure className="mt-3">
      <figcaption className="text-xs text-faint">{words('vitecSaid')}</figcaption>
      <blockquote
        lang=""
        translate="no"
        className="mt-0.5 border-l-2 border-line pl-2.5 font-mono text-xs wrap-anywhere"
      >
        {word}
      </blockquote>
      {explanation && <p className="mt-2 font-medium">{explanations(explanation)}</p>}
    </figure>
  )
}
