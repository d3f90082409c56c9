type PageHeaderProps = {
  title: React.ReactNode
  detail?: React.ReactNode
  /** Buttons and links, at the right. */
  children?: React.ReactNode
}

export function PageHeader({ title, detail, children }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight text-ink">{title}</h1>
        {detail && <p className="mt-0.5 text-sm text-faint">{detail}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </header>
  )
}
