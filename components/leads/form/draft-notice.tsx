'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type DraftNoticeProps = { isOther: boolean; onTake: () => void; onKeep: () => void }

/** Says that another tab has kept another draft, and asks which of the two it is to be. Until then nothing is saved. */
export function DraftNotice({ isOther, onTake, onKeep }: DraftNoticeProps) {
  const t = useTranslations('leads.form.draft')
  return (
    <div role="status" className="empty:-mb-4">
      {isOther && (
        <Notice tone="warning" title={t('changed')}>
          <p>{t('which')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onPress={onTake}>
              {t('take')}
            </Button>
            <Button size="sm" onPress={onKeep}>
              {t('keep')}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  )
}
