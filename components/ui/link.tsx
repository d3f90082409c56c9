'use client'

import type { LinkProps } from 'next/link'
import NextLink from 'next/link'
import { useState } from 'react'
import { type ButtonLook, buttonStyle } from './button'

/**
 * A link within the application. Its page is fetched ahead when the reader is about to follow it (the pointer is on it,
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

/** A link in running text. */
export function TextLink<R>({ className = '', ...link }: LinkProps<R>) {
  return <Link {...link} className={`rounded-sm text-link underline-offset-2 hover:underline ${className}`} />
}

export function LinkButton<R>(props: LinkProps<R> & ButtonLook) {
  const { variant, size, className = '', ...link } = props
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return <Link {...link} className={`${buttonStyle(look)} ${className}`} />
}
