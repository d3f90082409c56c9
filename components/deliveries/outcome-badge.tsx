'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { AttemptView } from '@/lib/leads/lead-view'

type Outcome = NonNullable<AttemptView['outcome']>

const looks: Record<Outcome | 'open', { tone: Tone; icon: IconName }> = {
  delivered: { tone: 'success', icon: 'check' },
  rejected: { tone: 'danger', icon: 'close' },
  unknown: { tone: 'warning', icon: 'question' },
  not_sent: { tone: 'neutral', icon: 'stopped' },
  not_saved: { tone: 'neutral', icon: 'refresh' },
  misconfigured: { tone: 'danger', icon: 'alert' },
  open: { tone: 'info', icon: 'clock' },
}

/** What came of one attempt; `null` while it is under way. */
export function OutcomeBadge({ outcome }: { outcome: AttemptView['outcome'] }) {
  const words = useTranslations('delivery.outcome')
  return <Badge {...looks[outcome ?? 'open']}>{words(outcome ?? 'open')}</Badge>
}
