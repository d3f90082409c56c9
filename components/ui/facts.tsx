/** A list of names and values. */
export function Facts({ children }: { children: React.ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[minmax(7rem,auto)_1fr]">
      {children}
    </dl>
  )
}

/** One line of it. Nothing known is a dash, said as such. */
export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  const isEmpty = children === null || children === undefined || children === ''
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 break-words text-ink">
        {isEmpty ? <span className="text-faint">–</span> : children}
      </dd>
    </>
  )
}
