/** Holds the place of something that is coming. Give it the size of what comes, so that nothing moves. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-pulse rounded-sm bg-neutral-wash motion-reduce:animate-none ${className}`}
    />
  )
}
