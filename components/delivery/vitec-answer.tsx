'use client'

import { useTranslations } from 'use-intl'
import { explainWord } from '@/lib/delivery/explain-word'
import type { LeadStatus } from '@/lib/lead/lead'

type VitecAnswerProps = { status: LeadStatus; vitecLeadId: string | null; word: string | null }

/** The last word on a delivery as it was said, and what it means where that is known. Nothing when nothing was said. */
export function VitecAnswer({ status, vitecLeadId, word }: VitecAnswerProps) {
  const outcome = useTranslations('outcome')
  const explanations = useTranslations('vitecWord')
  const answer = vitecLeadId ?? word
  if (answer === null) return null
  // Of what is neither accepted nor refused, the word is our own account.
  const isVitecs = status === 'rejected' || status === 'delivered'
  const explanation = status === 'rejected' ? explainWord(answer) : null
  return (
    <dl className="mt-2 border-t border-line pt-2">
      <dt className="text-xs text-faint">{outcome(isVitecs ? 'vitecAnswer' : 'technically')}</dt>
      <dd lang="en" className="font-mono text-sm break-words">
        {answer}
      </dd>
      {explanation && <dd className="mt-1">{explanations(explanation)}</dd>}
    </dl>
  )
}
