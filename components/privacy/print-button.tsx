'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

/** Prints the page. */
export function PrintButton() {
  const words = useTranslations('privacy')
  return (
    <Button className="print:hidden" onPress={() => window.print()}>
      {words('print')}
    </Button>
  )
}
