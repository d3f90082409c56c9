import type { Tone } from './badge'
import { Icon, type IconName } from './icon'

const looks: Record<Tone, { icon: IconName; style: string }> = {
  neutral: { icon: 'clock', style: 'border-line bg-surface text-neutral' },
  info: { icon: 'clock', style: 'border-link/30 bg-accent-wash/60 text-link' },
  success: { icon: 'check', style: 'border-success/30 bg-success-wash/60 text-success' },
  warning: { icon: 'question', style: 'border-warning/30 bg-warning-wash/60 text-warning' },
  danger: { icon: 'alert', style: 'border-danger/30 bg-danger-wash/60 text-danger' },
}

type NoticeProps = {
  tone: Tone
  title: string
  /** Where the tone's own does not say it. */
  icon?: IconName
  /** Details and actions. */
  children?: React.ReactNode
}

/** Something the reader should know, in the flow of the page. Announcing it is up to the place that shows it. */
export function Notice({ tone, title, icon, children }: NoticeProps) {
  const look = looks[tone]
  return (
    <div className={`flex gap-2.5 rounded-md border px-3 py-2.5 ${look.style}`}>
      <Icon name={icon ?? look.icon} className="mt-0.5" />
      <div className="min-w-0 grow">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-1 text-sm text-ink">{children}</div>}
      </div>
    </div>
  )
}
