import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Text and background of each tone; the pairs keep AA contrast in both themes. */
const toneStyle: Record<Tone, string> = {
  neutral: 'bg-neutral-wash text-neutral',
  info: 'bg-accent-wash text-link',
  success: 'bg-success-wash text-success',
  warning: 'bg-warning-wash text-warning',
  danger: 'bg-danger-wash text-danger',
}

type BadgeProps = { tone: Tone; icon?: IconName; children: React.ReactNode }

/** A word on the state of something, in its colour. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex h-5 align-top items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap ${toneStyle[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3" />}
      <span>{children}</span>
    </span>
  )
}
