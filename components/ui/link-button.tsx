import Link from 'next/link'
import { type ButtonLook, buttonStyle } from './button-style'

type LinkButtonProps = React.ComponentProps<typeof Link> & ButtonLook

/** A link that looks like a button. */
export function LinkButton({ variant, size, className = '', ...link }: LinkButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return <Link {...link} className={`${buttonStyle(look)} ${className}`} />
}
