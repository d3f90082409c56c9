'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { RelativeTime } from '@/components/ui/times'
import type { PackKey } from '@/lib/posting-packs/posting-pack'

type PackKeysProps = {
  keys: PackKey[]
  /** The test key whose checklist is shown. */
  currentId: string | null
  onChoose: (id: string) => void
}

/** The keys that were made in a pack, the newest first; a test key is chosen by a press. */
export function PackKeys({ keys, currentId, onChoose }: PackKeysProps) {
  const t = useTranslations('postingPacks.keys')
  if (keys.length === 0) return null
  return (
    <ul aria-label={t('title')} className="max-h-80 divide-y divide-line overflow-y-auto">
      {keys.map((key) => (
        <li key={key.id} className={`px-4 py-2 text-sm ${key.id === currentId ? 'bg-hover' : ''}`}>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={key.mode === 'live' ? 'success' : 'neutral'}>{t(key.mode)}</Badge>
            {key.mode === 'test' ? (
              <button
                type="button"
                onClick={() => onChoose(key.id)}
                aria-label={t('show', { name: key.name })}
                aria-current={key.id === currentId ? 'true' : undefined}
                className="min-h-6 min-w-0 rounded-sm text-left wrap-anywhere text-link underline-offset-2 hover:underline pointer-coarse:min-h-10"
              >
                <Data>{key.name}</Data>
              </button>
            ) : (
              <Data className="min-w-0 leading-6 wrap-anywhere text-ink">{key.name}</Data>
            )}
            {key.state !== 'active' && <Badge tone="neutral">{t(key.state)}</Badge>}
          </div>
          <p className="text-xs text-faint">
            {key.lastUsedAt
              ? t.rich('lastUsed', { time: () => <RelativeTime at={key.lastUsedAt ?? ''} /> })
              : t('neverUsed')}
          </p>
        </li>
      ))}
    </ul>
  )
}
