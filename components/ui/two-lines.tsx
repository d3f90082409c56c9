type TwoLinesProps = { children: React.ReactNode; note: React.ReactNode }

/** What matters, and under it, fainter, what may be looked up; each cut to one line where a table has no room. */
export function TwoLines({ children, note }: TwoLinesProps) {
  return (
    <div className="min-w-0">
      <div className="@2xl:truncate">{children}</div>
      <div className="text-xs break-words text-faint @2xl:truncate">{note}</div>
    </div>
  )
}
