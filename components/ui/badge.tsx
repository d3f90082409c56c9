import { Icon, type IconName } from './icon'
import { type Tone, toneStyle } from './tone'

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
