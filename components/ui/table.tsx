// biome-ignore-all lint/a11y/noRedundantRoles: display:block takes the native roles away in the stacked look

type TableProps = {
  /** What the table lists; for screen readers. */
  caption: string
  /** Columns keep the widths they are given, whatever the rows hold: nothing moves when rows come. */
  isFixed?: boolean
  children: React.ReactNode
}

/**
 * A plain, dense table. Where its place is narrower than 640 px each row stands as a small card, its cells
 * under each other behind their labels; the roles keep it a table for screen readers there too.
 */
export function Table({ caption, isFixed = false, children }: TableProps) {
  return (
    <div className="@container overflow-x-auto rounded-lg border border-line bg-surface">
      <table
        role="table"
        className={`block w-full border-collapse text-sm @2xl:table ${isFixed ? 'table-fixed' : ''}`}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** The row of column names. */
export function TableHead({ children }: { children: React.ReactNode }) {
  return (
    <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
      <tr role="row">{children}</tr>
    </thead>
  )
}

export function TableBody({ children }: { children: React.ReactNode }) {
  return (
    <tbody role="rowgroup" className="block @2xl:table-row-group">
      {children}
    </tbody>
  )
}
