'use client'

import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { buttonStyle } from './button'
import { Icon } from './icon'

type DialogProps = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Only its own buttons close it: what it shows is not shown again. */
  isHeldOpen?: boolean
  /** The body and its row of buttons (see DialogActions). */
  children: React.ReactNode
}

/** A question over the page. Escape, a press outside and the cross close it; focus returns to where it was. */
export function Dialog({ title, isOpen, onOpenChange, isHeldOpen = false, children }: DialogProps) {
  const t = useTranslations('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isHeldOpen}
      isKeyboardDismissDisabled={isHeldOpen}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-backdrop p-4 pt-[12vh]"
    >
      <Modal className="w-full max-w-110 rounded-lg bg-raised shadow-popover">
        <AriaDialog className="outline-none">
          <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
            <Heading slot="title" className="text-base font-semibold text-ink">
              {title}
            </Heading>
            <Button
              slot="close"
              aria-label={t('close')}
              className={buttonStyle({ variant: 'quiet', size: 'icon' })}
            >
              <Icon name="close" />
            </Button>
          </div>
          <div className="p-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: React.ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
}
