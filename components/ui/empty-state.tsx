import { Icon, type IconName } from './icon'

type EmptyStateProps = {
  icon: IconName
  title: string
  /** The whole page is empty: the title is its heading. */
  isPage?: boolean
  /** A sentence that says what would be here, or what to do. */
  detail?: string
  /** Where to go from here: a button or link. */
  children?: React.ReactNode
}

/** What stands where there is nothing. */
export function EmptyState({ icon, title, isPage = false, detail, children }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="flex flex-col items-center gap-1 rounded-lg border border-dashed border-line px-4 py-12 text-center">
      <Icon name={icon} className="mb-2 size-5 text-faint" />
      <Title className="font-medium text-ink">{title}</Title>
      {detail && <p className="max-w-100 text-sm text-balance text-faint">{detail}</p>}
      {children && <div className="mt-4 flex gap-2">{children}</div>}
    </div>
  )
}
