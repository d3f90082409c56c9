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
