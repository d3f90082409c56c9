'use client'

import { partOnUse } from './part-on-use'

type DialogProps = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Only its own buttons close it: what it shows is not shown again. */
  isHeldOpen?: boolean
  /** The body and its row of buttons (see DialogActions). */
  children: React.ReactNode
}

const DialogPanel = partOnUse(() => import('./modal').then((modal) => modal.DialogPanel))

/** A question over the page. Escape, a press outside and the cross close it; focus returns to where it was. */
export function Dialog({ isOpen, ...dialog }: DialogProps) {
  return isOpen && <DialogPanel {...dialog} />
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: React.ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
}
