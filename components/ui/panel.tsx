type PanelProps = {
  title: string
  /** What it is called where the title alone may be another's too. */
  label?: string
  /** The title is a name: a browser that translates leaves it. */
  isData?: boolean
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
export function Panel(props: PanelProps) {
  const {
    title,
    label = title,
    note,
    aside,
    isData = false,
    isFlush = false,
    children,
    className = '',
  } = props
  return (
    <section aria-label={label} className={`min-w-0 rounded-lg border border-line bg-surface ${className}`}>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1">
          <h2
            translate={isData ? 'no' : undefined}
            className="min-w-0 text-sm font-semibold wrap-anywhere text-ink"
          >
            {title}
          </h2>
          {note}
        </div>
        {aside}
      </div>
      <div className={isFlush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
