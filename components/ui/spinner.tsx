type SpinnerProps = { className?: string }

/** Says to the eye that something is going on; the words belong beside it. */
export function Spinner({ className = '' }: SpinnerProps) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-4 animate-spin rounded-full border-2 border-current border-t-transparent motion-reduce:animate-pulse ${className}`}
    />
  )
}
