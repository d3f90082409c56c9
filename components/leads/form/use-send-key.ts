'use client'

import { useRef } from 'react'

/**
 * One idempotency key for as long as the same content is being sent: a second press after a lost answer is then
 * the same lead, and a lead that was changed in between is another.
 */
export function useSendKey() {
  const last = useRef<{ content: string; key: string } | null>(null)
  return {
    content(content: string): string {
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() }
      return last.current.key
    },
    /** After an answer: the same content again is meant as a lead of its own. */
    forget() {
      last.current = null
    },
  }
}
