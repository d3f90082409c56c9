'use client'

import { ProgressBar } from 'react-aria-components'

type ProgressProps = {
  /** What is going on, for screen readers. */
  label: string
  value: number
  of: number
  /** How far it has come, in words that stand beside the bar. */
  children: string
}

/** How much of a whole is done. */
export function Progress({ label, value, of, children }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={label}
      value={value}
      maxValue={of}
      valueLabel={children}
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      {({ percentage = 0 }) => (
        <>
          <span className="h-1.5 w-60 max-w-full overflow-hidden rounded-sm bg-control/30">
            <span
              className="block h-full rounded-sm bg-link transition-[width]"
              style={{ width: `${percentage}%` }}
            />
          </span>
          <span className="text-sm text-soft tabular-nums">{children}</span>
        </>
      )}
    </ProgressBar>
  )
}
