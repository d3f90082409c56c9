'use client'

import { useFormatter } from 'use-intl'

export function Area({ squareMetres }: { squareMetres: number }) {
  const format = useFormatter()
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {`${format.number(squareMetres, 'decimal')} m²`}
    </span>
  )
}

/** An amount in SEK, as the language writes it: `5 500 000 kr`. */
export function Money({ kronor }: { kronor: number }) {
  const format = useFormatter()
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {format.number(kronor, 'kronor')}
    </span>
  )
}
