import { Link } from '@/components/ui/link'

/** The product's mark and name; leads to the log. */
export function Brand() {
  return (
    <Link href="/leads" className="flex h-8 items-center gap-2 rounded-md px-2 font-semibold text-ink">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-5">
        <rect width="16" height="16" rx="4" className="fill-accent" />
        <path
          d="M4 8.2 8 4.8l4 3.4M5.4 7.4v3.8h5.2V7.4"
          fill="none"
          stroke="#fff"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Lead API
    </Link>
  )
}
