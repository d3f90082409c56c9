'use client'

import { type ComponentType, useEffect, useSyncExternalStore } from 'react'

/**
 * A part of a page that is not needed to read it: its script is fetched when somebody begins to use the page (a pointer that
 * moves, a key), so that it is there by the time it is asked for. One that is shown before is fetched then, but where
 * something stands in its place `meanwhile`: that waits for the first use, too. What is shown `until` it is there waits for
 * nothing.
 * @param load imports it
 */
export function partOnUse<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P & { meanwhile?: React.ReactNode; until?: React.ReactNode }> {
  let Part: ComponentType<P> | null = null
  let loading: Promise<void> | null = null
  const shown = new Set<() => void>()
  const fetchPart = () => {
    loading ??= load().then(
      (loaded) => {
        Part = loaded
        for (const show of shown) show()
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  const fetchOnUse = () => void fetchPart().catch(() => onNextUse(fetchOnUse))
  onFirstUse(fetchOnUse)
  const onThere = (show: () => void) => {
    shown.add(show)
    return () => shown.delete(show)
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once, beside the imports, as React's own `lazy` is
  return function PartOnUse({ meanwhile, until, ...props }) {
    const isThere = useSyncExternalStore(
      onThere,
      () => Part !== null,
      () => false,
    )
    const isAwaited = !isThere && meanwhile === undefined
    useEffect(() => {
      if (isAwaited) fetchPart().catch(beginAnew)
    }, [isAwaited])
    // Without those two they are P's own, which the types cannot know.
    return isThere && Part ? <Part {...(props as unknown as P)} /> : (meanwhile ?? until)
  }
}

/** The script of a part is gone from the server once another version runs there: only a new page fits that. */
function beginAnew(): void {
  if (navigator.onLine) window.location.reload()
}

/** What reads a page aloud, or writes what is said to it, moves no pointer and has no keys. */
const uses = ['pointermove', 'pointerdown', 'keydown', 'click', 'input'] as const
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

/** Does something when the page is used the next time: where a network was away, it may be back by then. */
function onNextUse(again: () => void): void {
  const heard = new AbortController()
  const begin = () => {
    heard.abort()
    again()
  }
  for (const use of ['pointerdown', 'keydown'] as const)
    window.addEventListener(use, begin, { passive: true, signal: heard.signal })
}
