'use client'

import { useState } from 'react'
import { Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import type { InitialCounts } from '@/components/leads/use-lead-counts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { NavList } from './nav-list'

type MobileNavProps = {
  isSandbox: boolean
  counts: InitialCounts | null
  /** The switches, under the links. */
  children: React.ReactNode
}

/** The navigation where there is no room for it: a button that opens it over the page. */
export function MobileNav({ isSandbox, counts, children }: MobileNavProps) {
  const t = useTranslations('shell')
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button variant="quiet" size="icon" aria-label={t('openNavigation')}>
        <Icon name="menu" />
      </Button>
      <ModalOverlay isDismissable className="fixed inset-0 z-40 bg-backdrop">
        <Modal className="h-full w-64 max-w-[85vw] border-r border-line bg-raised">
          <Dialog
            aria-label={t('navigation')}
            className="flex h-full flex-col justify-between p-3 outline-none"
          >
            <NavList isSandbox={isSandbox} counts={counts} onNavigate={() => setOpen(false)} />
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
