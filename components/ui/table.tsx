// biome-ignore-all lint/a11y/noRedundantRoles: display:block takes the native roles away in the stacked look
import type { LinkProps } from 'next/link'
import { Link } from './link'

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

type ColumnProps = { isNumeric?: boolean; children: React.ReactNode; className?: string }

export function Column({ isNumeric = false, children, className = '' }: ColumnProps) {
  return (
    <th
      scope="col"
      className={`h-8 border-b border-line px-3 text-xs font-medium whitespace-nowrap text-faint ${isNumeric ? 'text-right' : 'text-left'} ${className}`}
    >
      {children}
    </th>
  )
}

type RowProps = React.ComponentProps<'tr'> & {
  /** What it stands for is open beside the table. */
  isCurrent?: boolean
}

/** One row; where there is a RowLink in it, a press anywhere in it follows that, and its texts can be selected all the same. */
export function Row({ isCurrent = false, className = '', ...row }: RowProps) {
  return (
    <tr
      {...row}
      role="row"
      onClick={followRowLink}
      className={`group/row relative block border-t border-line px-3 py-2 first:border-t-0 hover:bg-hover has-[.row-link:focus-visible]:bg-hover has-[.row-link:focus-visible]:outline-2 has-[.row-link:focus-visible]:-outline-offset-2 has-[.row-link:focus-visible]:outline-link @2xl:table-row @2xl:p-0 ${isCurrent ? 'bg-accent-wash/60 shadow-[inset_2px_0_0_var(--color-link)]' : ''} ${className}`}
    />
  )
}

/** Follows the link of a row that was pressed beside it, with the keys that were held; not where a text was selected. */
function followRowLink(event: React.MouseEvent<HTMLTableRowElement>): void {
  const { target, currentTarget, ctrlKey, metaKey, shiftKey } = event
  if (target instanceof Element && target.closest('a, button, input, label')) return
  if (window.getSelection()?.isCollapsed === false) return
  const held = { ctrlKey, metaKey, shiftKey }
  const link = currentTarget.querySelector('.row-link')
  link?.dispatchEvent(new MouseEvent('click', { ...held, bubbles: true, cancelable: true }))
}

/** The link that a whole row answers to; it stands in the cell that names the row. */
export function RowLink<R>({ className = '', ...link }: LinkProps<R>) {
  return (
    <Link
      {...link}
      className={`row-link font-medium text-ink outline-none hover:text-link hover:underline ${className}`}
    />
  )
}

type CellProps = {
  /** The column's name, shown before the content in the stacked look; left out for the cell that heads the card. */
  label?: string
  isNumeric?: boolean
  children: React.ReactNode
  className?: string
}

export function Cell({ label, isNumeric = false, children, className = '' }: CellProps) {
  return (
    <td
      role="cell"
      className={`flex min-w-0 justify-between gap-4 py-0.5 @2xl:table-cell @2xl:h-10 @2xl:px-3 @2xl:py-1.5 ${isNumeric ? 'tabular-nums @2xl:text-right' : ''} ${className}`}
    >
      {label && (
        <span aria-hidden="true" className="shrink-0 text-faint @2xl:hidden">
          {label}
        </span>
      )}
      <div className={`min-w-0 ${label ? 'text-right' : ''} ${isNumeric ? '' : '@2xl:text-left'}`}>
        {children}
      </div>
    </td>
  )
}

type TwoLinesProps = {
  children: React.ReactNode
  note: React.ReactNode
  /** The note is never cut: it takes the lines it needs. */
  isWhole?: boolean
  /** The note is left out where a table has no room. */
  isWideOnly?: boolean
}

/** What matters, and under it, fainter, what may be looked up; each cut to one line where a table has no room. */
export function TwoLines({ children, note, isWhole = false, isWideOnly = false }: TwoLinesProps) {
  const look = `${isWhole ? '' : '@2xl:truncate'} ${isWideOnly ? 'hidden @2xl:block' : ''}`
  return (
    <div className="min-w-0">
      <div className="@2xl:truncate">{children}</div>
      <div className={`text-xs break-words text-faint ${look}`}>{note}</div>
    </div>
  )
}
