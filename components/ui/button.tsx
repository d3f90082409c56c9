'use client'

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  ButtonLook & { children: React.ReactNode; className?: string }

/** A button. While `isPending` it keeps its width and focus, cannot be pressed, and once it takes long shows a spinner. */
export function Button({ variant, size, children, className = '', ...button }: ButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return (
    <AriaButton {...button} className={`${buttonStyle(look)} relative ${className}`}>
      {({ isPending }) => (
        <>
          <span className={`inline-flex items-center gap-[inherit] ${isPending ? 'animate-gone-late' : ''}`}>
            {children}
          </span>
          {isPending && <Spinner className="absolute" />}
        </>
      )}
    </AriaButton>
  )
}

const variants = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-hover data-[pressed]:bg-accent-hover disabled:hover:bg-accent',
  secondary: 'border-control/50 bg-surface text-ink hover:bg-hover data-[pressed]:bg-hover',
  quiet: 'border-transparent text-soft hover:bg-hover hover:text-ink data-[pressed]:bg-hover',
  danger: 'border-danger/50 bg-surface text-danger hover:bg-danger-wash data-[pressed]:bg-danger-wash',
} as const

const sizes = {
  sm: 'h-7 gap-1.5 px-2 text-sm pointer-coarse:h-9',
  md: 'h-8 gap-2 px-3 text-sm pointer-coarse:h-10',
  icon: 'size-7 pointer-coarse:size-9',
} as const

export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes }

/** The classes that make a button, or a link that looks like one. */
export function buttonStyle({ variant = 'secondary', size = 'md' }: ButtonLook): string {
  return `inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 ${variants[variant]} ${sizes[size]}`
}

type SpinnerProps = { className?: string }

/** Says to the eye that something is going on; the words belong beside it. */
function Spinner({ className = '' }: SpinnerProps) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-4 animate-late-spin rounded-full border-2 border-current border-t-transparent ${className}`}
    />
  )
}
