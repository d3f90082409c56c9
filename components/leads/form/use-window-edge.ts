'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps what has the focus clear of a bar at the window's upper or lower edge, however high that is: the browser scrolls
 * to a field as if the window ended at the bar. Gives the ref of the bar; one that is in the flow of the page changes nothing.
 */
export function useWindowEdge<E extends HTMLElement>(edge: 'top' | 'bottom'): RefObject<E | null> {
  const bar = useRef<E>(null)
  useEffect(() => {
    const element = bar.current
    if (!element) return
    const root = document.documentElement.style
    const property = edge === 'top' ? 'scroll-padding-top' : 'scroll-padding-bottom'
    const measure = () => {
      const { position, top } = getComputedStyle(element)
      const from = edge === 'top' ? Number.parseFloat(top) || 0 : 0
      if (position === 'sticky') root.setProperty(property, `${from + element.offsetHeight + margin}px`)
      else root.removeProperty(property)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // A window that is made lower may take the bar from its edge, and leave it as high as it was.
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
      root.removeProperty(property)
    }
  }, [edge])
  return bar
}

/** Room for a field's label above it and its note below, in px. */
const margin = 32
