'use client'

import { type ComponentType, useEffect, useState } from 'react'

/**
 * A part of a page that most visits never see: its script is fetched when somebody begins to use the page (a pointer that
 * moves, a key), so that it is there by the time it is asked for, or else when it is first shown.
 * @param load imports it
 */
export function partOnUse<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: ComponentType<P> | null = null
  let loading: Promise<void> | null = null
  const fetchPart = () => {
    loading ??= load().then(
      (loaded) => {
        Part = loaded
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  onFirstUse(() => void fetchPart().catch(() => undefined))
  // biome-ignore lint/correctness/noComponentHookFactories: made once, beside the imports, as React's own `lazy` is
  return function PartOnUse(props: P) {
    const [isThere, setThere] = useState(Part !== null)
    useEffect(() => {
      if (!isThere) fetchPart().then(() => setThere(true), beginAnew)
    }, [isThere])
    return Part && <Part {...props} />
  }
}

/** The script of a part is gone from the server once another version runs there: only a new page fits that. */
function beginAnew(): void {
  if (navigator.onLine) window.location.reload()
}

const uses = ['pointermove', 'pointerdown', 'keydown'] as const
let isUsed = false
const waiting = new Set<() => void>()

/** Does something once a person has begun to use the page; at once where that was before. */
export function onFirstUse(begin: () => void): void {
  if (typeof window === 'undefined') return
  waiting.add(begin)
  if (isUsed) beginUse()
  else for (const use of uses) window.addEventListener(use, beginUse, { passive: true })
}

function beginUse(): void {
  isUsed = true
  for (const use of uses) window.removeEventListener(use, beginUse)
  for (const begin of waiting) begin()
  waiting.clear()
}
