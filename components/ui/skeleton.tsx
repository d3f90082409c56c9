/**
 * Holds the place of something that is coming, and is seen once that is late. Give it the size of what comes, so that
 * nothing moves.
 */
export function Skeleton({ className }: { className: string }) {
  return (
    <span aria-hidden="true" className={`block rounded-sm bg-neutral-wash animate-late-pulse ${className}`} />
  )
}
