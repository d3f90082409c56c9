import type { LinkProps } from 'next/link'
import { type ButtonLook, buttonStyle } from './button-style'
import { Link } from './link'

/** A link that looks like a button. */
export function LinkButton<R>(props: LinkProps<R> & ButtonLook) {
  const { variant, size, className = '', ...link } = props
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return <Link {...link} className={`${buttonStyle(look)} ${className}`} />
}
