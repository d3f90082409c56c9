type PanelProps = {
  title: string
  /** Stands beside the title: an id, a badge. */
  note?: React.ReactNode
  /** Stands at the right of the title. */
  aside?: React.ReactNode
  /** The content brings its own space, or lines from edge to edge. */
  isFlush?: boolean
  children: React.ReactNode
  className?: string
}

/** A titled part of a page, framed by a hairline. */
export function Panel({ title, note, aside, isFlush = false, children, className = '' }: PanelProps) {
  return (
    <section aria-label={title} className={`min-w-0 rounded-lg border border-line bg-surface ${className}`}>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1">
          <h2 className="min-w-0 text-sm font-semibold wrap-anywhere text-ink">{title}</h2>
          {note}
        </div>
        {aside}
      </div>
      <div className={isFlush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
