'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes over what was typed or chosen before the page's script was there: until then a field is the browser's own, and
 * React does not know what stands in it. Gives the ref of the element that the field stands in.
 */
export function useEnteredBefore(
  value: string | undefined,
  onChange: ((value: string) => void) | undefined,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is a before only once
  useEffect(() => {
    const entered = place.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      'input:checked, input:not([type="radio"]), textarea',
    )
    if (entered && entered.value !== value) onChange?.(entered.value)
  }, [])
  return place
}
