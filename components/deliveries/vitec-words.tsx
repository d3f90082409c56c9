'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Data } from '@/components/ui/data'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { explainWord, readOwnWord } from '@/lib/deliveries/own-word'

/** What Vitec said, as it said it, and what it means where that is known; what we say in its place, in our words. */
export function VitecWords({ word, isTest = false }: { word: string; isTest?: boolean }) {
  const t = useTranslations('deliveries')
  const tExplanation = useTranslations('deliveries.vitecWord')
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
      <figcaption className="text-xs text-faint">{t(isTest ? 'test.said' : 'vitecSaid')}</figcaption>
      <blockquote
        lang=""
        translate="no"
        className="mt-0.5 border-l-2 border-line pl-2.5 font-mono text-xs wrap-anywhere"
      >
        {word}
      </blockquote>
      {explanation && <p className="mt-2 font-medium">{tExplanation(explanation)}</p>}
    </figure>
  )
}

/** Why a call to Vitec came to nothing: in the page's words where they are ours, else as Vitec said it. */
export function SaidWord({ word }: { word: string }) {
  const t = useTranslations('deliveries.ownWord')
  const own = readOwnWord(word)
  if (own) return <span key="own">{t(own.code, { detail: own.detail })}</span>
  // In whatever language Vitec wrote it.
  return (
    <span key="theirs" lang="" translate="no" className="font-mono text-xs wrap-anywhere">
      {word}
    </span>
  )
}

/** The lead's id in Vitec, to be searched for there. */
export function VitecId({ id }: { id: string }) {
  const t = useTranslations('deliveries')
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2">
      <span className="text-soft">{t('vitecId')}</span>
      <Data className="font-mono wrap-anywhere">{id}</Data>
      <CopyButton text={id} label={t('copyVitecId')} />
    </p>
  )
}

/** Names why an attempt failed; a kind that this page does not know yet as it is. */
export function useErrorKindWords(): (errorKind: string) => string {
  const t = useTranslations('deliveries.errorKind')
  return (errorKind) => {
    const known = errorKinds.find((kind) => kind === errorKind)
    return known ? t(known) : errorKind
  }
}
