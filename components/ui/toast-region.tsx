'use client'

import { useEffect } from 'react'
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import type { Tone } from './badge'
import { buttonStyle } from './button'
import { Icon } from './icon'
import { inPageLanguage } from './kit-language'

/** `detail`: words of Vitec's, which are shown as they came. `action`: what can be done about it, as long as it is shown. */
export type Toast = { tone: Tone; title: string; detail?: string; action?: ToastAction }
type ToastAction = { label: string; onPress: () => void }

const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 })

/** In ms. Whoever wants to undo something has to read, decide and get there. */
const [seen, decided] = [6_000, 12_000]

const dots = {
  neutral: 'bg-neutral',
  info: 'bg-link',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
}

type ToastsProps = {
  /** What is to be shown, oldest first. */
  toasts: readonly Toast[]
  /** Called with those that are shown from now on. */
  onTaken: (toasts: readonly Toast[]) => void
}

/** The corner that toasts stand in. What went wrong stays until it is closed. */
export const Toasts = inPageLanguage(({ toasts, onTaken }: ToastsProps) => {
  const t = useTranslations('ui')
  useEffect(() => {
    if (toasts.length === 0) return
    for (const toast of toasts) {
      const timeout = toast.action ? decided : seen
      toastQueue.add(toast, toast.tone === 'danger' ? {} : { timeout })
    }
    onTaken(toasts)
  }, [toasts, onTaken])
  return (
    <ToastRegion
      queue={toastQueue}
      aria-label={t('toasts')}
      className="fixed right-4 bottom-4 left-4 z-50 flex flex-col gap-2 outline-none sm:left-auto sm:w-90"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex items-start gap-2.5 rounded-md bg-raised py-2 pr-2 pl-3 shadow-popover"
        >
          <span
            aria-hidden="true"
            className={`mt-2.5 size-1.5 shrink-0 rounded-full ${dots[toast.content.tone]}`}
          />
          <ToastContent className="flex min-w-0 grow flex-col py-1 text-sm">
            <Text slot="title" className="font-medium text-ink">
              {toast.content.title}
            </Text>
            {toast.content.detail && (
              <Text slot="description" translate="no" className="text-soft">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.action && (
            <Button
              onPress={() => {
                toastQueue.close(toast.key)
                toast.content.action?.onPress()
              }}
              className={buttonStyle({ size: 'sm' })}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button
            slot="close"
            aria-label={t('close')}
            className={buttonStyle({ variant: 'quiet', size: 'icon' })}
          >
            <Icon name="close" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
})
