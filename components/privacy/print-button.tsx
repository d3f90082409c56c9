'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

export function PrintButton() {
  const t = useTranslations('privacy')
  return (
    <Button className="print:hidden" onPress={() => window.print()}>
      {t('print')}
    </Button>
  )
}
