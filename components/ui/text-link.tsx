import Link from 'next/link'

/** A link in running text. */
export function TextLink({ className = '', ...link }: React.ComponentProps<typeof Link>) {
  return <Link {...link} className={`rounded-sm text-link underline-offset-2 hover:underline ${className}`} />
}
