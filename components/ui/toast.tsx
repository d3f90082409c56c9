'use client'

import { useCallback, useState, useSyncExternalStore } from 'react'
import { partOnUse } from './part-on-use'
import type { Toast } from './toast-region'

const nothing: readonly Toast[] = []
let untold = nothing
let tell = () => {}

/** Says something in the corner of the page; what went wrong stays until it is closed. */
export function showToast(toast: Toast): void {
  untold = [...untold, toast]
  tell()
}

const Toasts = partOnUse(() => import('./toast-region').then((region) => region.Toasts))

/** Where toasts are shown; once, around the whole page. */
export function ToastArea() {
  const toasts = useSyncExternalStore(
    (onChange) => {
      tell = onChange
      return () => {
        tell = () => {}
      }
    },
    () => untold,
    () => nothing,
  )
  const [isUsed, setUsed] = useState(false)
  if (toasts.length > 0 && !isUsed) setUsed(true)
  const onTaken = useCallback((taken: readonly Toast[]) => {
    untold = untold.filter((toast) => !taken.includes(toast))
    tell()
  }, [])
  return isUsed && <Toasts toasts={toasts} onTaken={onTaken} />
}
