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
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={value}
      aria-valuetext={children}
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <span className="h-1.5 w-60 max-w-full overflow-hidden rounded-sm bg-control/30">
        <span
          className="block h-full rounded-sm bg-link transition-[width]"
          style={{ width: `${of > 0 ? (100 * value) / of : 0}%` }}
        />
      </span>
      <span className="text-sm text-soft tabular-nums">{children}</span>
    </div>
  )
}
