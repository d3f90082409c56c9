type PanelProps = {
  title: string
  /** Stands at the right of the title. */
  aside?: React.ReactNode
  /** The content brings its own space, or lines from edge to edge. */
  isFlush?: boolean
  children: React.ReactNode
  className?: string
}

/** A titled part of a page, framed by a hairline. */
export function Panel({ title, aside, isFlush = false, children, className = '' }: PanelProps) {
  return (
    <section aria-label={title} className={`min-w-0 rounded-lg border border-line bg-surface ${className}`}>
      <div className="flex min-h-10 items-center justify-between gap-2 border-b border-line px-4 py-1.5">
        <h2 className="text-sm font-semibold text-ink">{title}</h2>
        {aside}
      </div>
      <div className={isFlush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
