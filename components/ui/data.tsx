type DataProps = { children: React.ReactNode; className?: string }

/** What a person or a machine wrote: a name, an address, an id, a word of Vitec's. A browser that translates leaves it. */
export function Data({ children, className }: DataProps) {
  return (
    <span translate="no" className={className}>
      {children}
    </span>
  )
}
