'use client'

import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import type { AttemptView } from '@/lib/leads/lead-view'
import { AttemptItem } from './attempt-item'

/** Every attempt to deliver a lead, newest first. */
export function AttemptList({ attempts }: { attempts: AttemptView[] }) {
  const words = useTranslations('leadRecord')
  return (
    <Panel title={words('attempts')} isFlush>
      {attempts.length === 0 ? (
        <p className="p-4 text-sm text-faint">{words('noAttempts')}</p>
      ) : (
        <ol>
          {attempts.map((attempt) => (
            <AttemptItem key={attempt.number} attempt={attempt} isLast={attempt === attempts[0]} />
          ))}
        </ol>
      )}
    </Panel>
  )
}
