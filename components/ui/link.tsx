'use client'

import NextLink, { type LinkProps } from 'next/link'
import { useState } from 'react'

/**
 * A link within the application. Its page is fetched ahead when somebody is about to follow it (the pointer is on it,
 * or the focus), not as soon as it is seen, which costs the server a request for every link of every page.
 */
export function Link<R>({ prefetch = null, onPointerEnter, onFocus, ...link }: LinkProps<R>) {
  const [isMeant, setIsMeant] = useState(false)
  return (
    <NextLink
      {...link}
      prefetch={isMeant ? prefetch : false}
      onPointerEnter={(event) => {
        setIsMeant(true)
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        setIsMeant(true)
        onFocus?.(event)
      }}
    />
  )
}
