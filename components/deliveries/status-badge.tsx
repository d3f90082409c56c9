'use client'

import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type { LeadStatus } from '@/lib/leads/lead'

export const statusLook: Record<LeadStatus, { tone: Tone; icon: IconName }> = {
  pending: { tone: 'info', icon: 'clock' },
  delivered: { tone: 'success', icon: 'check' },
  rejected: { tone: 'danger', icon: 'close' },
  unknown: { tone: 'warning', icon: 'question' },
  failed: { tone: 'danger', icon: 'alert' },
  cancelled: { tone: 'neutral', icon: 'stopped' },
}

/** What became of a lead, in one word. */
export function StatusBadge({ status }: { status: LeadStatus }) {
  const t = useTranslations('leads.status')
  return <Badge {...statusLook[status]}>{t(status)}</Badge>
}
