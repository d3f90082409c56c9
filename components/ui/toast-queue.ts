import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Tone } from './tone'

/** `detail`: somebody else's words, which are shown as they came. */
export type Toast = { tone: Tone; title: string; detail?: string }

export const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 })

/** Says something in the corner of the page; what went wrong stays until it is closed. */
export function showToast(toast: Toast): void {
  toastQueue.add(toast, toast.tone === 'danger' ? {} : { timeout: 6000 })
}
