'use client'

type ButtonProps = Omit<
  React.ComponentProps<'button'>,
  'onClick' | 'disabled' | 'aria-disabled' | 'style' | 'slot'
> &
  ButtonLook & { isDisabled?: boolean; isPending?: boolean; onPress?: () => void; children: React.ReactNode }

/**
 * A button, the browser's own: every page has some, and none is to wait for the UI kit. While it `isPending` it keeps its
 * width and focus, cannot be pressed, and once it takes long shows a spinner. One that can be pending takes a double click
 * for one: the second comes before it is seen to be.
 */
export function Button(props: ButtonProps) {
  const { variant, size, isDisabled = false, isPending = false, onPress, children, ...others } = props
  const { type = 'button', className = '', onKeyDown, ...button } = others
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return (
    <button
      {...button}
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      {...(isPending && { 'aria-disabled': true })}
      onKeyDown={(event) => {
        // A key that is held presses once.
        if (event.repeat && event.key === 'Enter') event.preventDefault()
        onKeyDown?.(event)
      }}
      onClick={(event) => {
        const { currentTarget, detail } = event
        // Safari leaves the focus where it was, and a dialog would give it back to that.
        if (detail > 0) currentTarget.focus({ preventScroll: true })
        const isSecond = props.isPending !== undefined && detail > 1
        if (isSecond) event.preventDefault()
        else if (!isPending) onPress?.()
      }}
      className={`${buttonStyle(look)} relative touch-manipulation ${className}`}
    >
      <span className={`inline-flex items-center gap-[inherit] ${isPending ? 'animate-gone-late' : ''}`}>
        {children}
      </span>
      {isPending && <Spinner className="absolute" />}
    </button>
  )
}

const variants = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-hover disabled:hover:bg-accent',
  secondary: 'border-control/50 bg-surface text-ink hover:bg-hover active:bg-hover',
  quiet: 'border-transparent text-soft hover:bg-hover hover:text-ink active:bg-hover',
  danger: 'border-danger/50 bg-surface text-danger hover:bg-danger-wash active:bg-danger-wash',
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
