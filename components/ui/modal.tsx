'use client'

import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { buttonStyle } from './button'
import { Icon } from './icon'
import { inPageLanguage } from './kit-language'

type ModalProps = {
  onOpenChange: (isOpen: boolean) => void
  children: React.ReactNode
}

type DialogPanelProps = ModalProps & {
  title: string
  /** Only its own buttons close it. */
  isHeldOpen?: boolean
}

/** What a `Dialog` shows while it is open. */
export const DialogPanel = inPageLanguage(
  ({ title, onOpenChange, isHeldOpen = false, children }: DialogPanelProps) => {
    const t = useTranslations('ui')
    return (
      <ModalOverlay
        isOpen
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
  },
)

/** A strip at the left edge, over the page, while it is open. `label` is its name for screen readers. */
export const DrawerPanel = inPageLanguage(
  ({ label, onOpenChange, children }: ModalProps & { label: string }) => {
    return (
      <ModalOverlay
        isOpen
        onOpenChange={onOpenChange}
        isDismissable
        className="fixed inset-0 z-40 bg-backdrop"
      >
        <Modal className="h-full w-64 max-w-[85vw] border-r border-line bg-raised">
          <AriaDialog
            aria-label={label}
            className="flex h-full flex-col justify-between gap-4 overflow-y-auto p-3 outline-none"
          >
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    )
  },
)
