'use client'

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { type ButtonLook, buttonStyle } from './button-style'
import { Spinner } from './spinner'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  ButtonLook & { children: React.ReactNode; className?: string }

/** A button. While `isPending` it keeps its width and focus, shows a spinner and cannot be pressed. */
export function Button({ variant, size, children, className = '', ...button }: ButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return (
    <AriaButton {...button} className={`${buttonStyle(look)} relative ${className}`}>
      {({ isPending }) => (
        <>
          <span className={`inline-flex items-center gap-[inherit] ${isPending ? 'invisible' : ''}`}>
            {children}
          </span>
          {isPending && <Spinner className="absolute" />}
        </>
      )}
    </AriaButton>
  )
}
