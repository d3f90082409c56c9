'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { InitialCounts } from '@/components/leads/use-lead-counts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { partOnUse } from '@/components/ui/part-on-use'
import { NavList } from './nav-list'

type MobileNavProps = {
  isSandbox: boolean
  counts: InitialCounts | null
  /** The switches, under the links. */
  children: React.ReactNode
}

const DrawerPanel = partOnUse(() => import('@/components/ui/modal').then((modal) => modal.DrawerPanel))

/** The navigation where there is no room for it: a button that opens it over the page. */
export function MobileNav({ isSandbox, counts, children }: MobileNavProps) {
  const t = useTranslations('shell')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t('openNavigation')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <Icon name="menu" />
      </Button>
      {isOpen && (
        <DrawerPanel label={t('navigation')} onOpenChange={setOpen}>
          <NavList isSandbox={isSandbox} counts={counts} onNavigate={() => setOpen(false)} />
          {children}
        </DrawerPanel>
      )}
    </>
  )
}
