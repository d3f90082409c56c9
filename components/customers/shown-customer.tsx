'use client'

import type { Route } from 'next'
import { useCallback, useEffect, useState } from 'react'
import type { CustomerView } from '@/lib/customers/customer'

const placeOf = (id: string) => `customer-${id}`

/**
 * Where one customer stands among all; all of them where it is not on our list. By our own id: one in Vitec is what a
 * caller sent, which may be anything, a name too.
 */
export function customerAddress(id: string | null): Route {
  // A route of ours with a place on it, which the types do not know.
  return (id === null ? '/customers' : `/customers#${placeOf(id)}`) as Route
}

/** The customer that the address asks for or that was shown last, by our id, and how another is shown. */
export function useShownCustomer(): [string | null, (id: string) => void] {
  const [shownId, setShownId] = useState<string | null>(null)
  const show = useCallback((id: string) => {
    setShownId(id)
    goTo(placeOf(id))
  }, [])
  useEffect(() => {
    const follow = () => {
      const place = location.hash.slice(1)
      if (place.startsWith(placeOf(''))) show(place.slice(placeOf('').length))
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [show])
  return [shownId, show]
}

const mostFrames = 30

/** Brings a place of the page into sight and the focus to it: at once, or when the dialog that holds the focus is gone. */
function goTo(place: string, frames = mostFrames): void {
  const element = document.getElementById(place)
  element?.focus({ preventScroll: true })
  if (element && document.activeElement === element) element.scrollIntoView({ block: 'start' })
  else if (frames > 0) requestAnimationFrame(() => goTo(place, frames - 1))
}

type ShownPlaceProps = {
  customer: Pick<CustomerView, 'id' | 'name'>
  isShown: boolean
  children: React.ReactNode
}

/** A customer's place on the page, which can be gone to; marked where it was. */
export function ShownPlace({ customer: { id, name }, isShown, children }: ShownPlaceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds the controls of a form, and this a part of the page
    <div
      id={placeOf(id)}
      role="group"
      aria-label={name}
      tabIndex={-1}
      className={`scroll-mt-4 rounded-lg outline-offset-2 ${isShown ? 'outline-2 outline-link' : 'outline-none'}`}
    >
      {children}
    </div>
  )
}
