import { Skeleton } from '@/components/ui/skeleton'

const rows = ['w-40', 'w-32', 'w-44', 'w-36', 'w-28', 'w-40', 'w-32', 'w-44']

/** Holds the place of the log's first rows. */
export function LeadTableSkeleton() {
  return (
    <div className="rounded-lg border border-line bg-surface pt-8">
      {rows.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} className="flex h-12 flex-col justify-center gap-1.5 border-t border-line px-3">
          <Skeleton className={`h-3 ${width}`} />
          <Skeleton className="h-2.5 w-56" />
        </div>
      ))}
    </div>
  )
}
