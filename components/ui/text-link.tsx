import type { LinkProps } from 'next/link'
import { Link } from './link'

/** A link in running text. */
export function TextLink<R>({ className = '', ...link }: LinkProps<R>) {
  return <Link {...link} className={`rounded-sm text-link underline-offset-2 hover:underline ${className}`} />
}
