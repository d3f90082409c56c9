import { leadStatusSchema } from '@/lib/leads/lead'

const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The addresses of pages for people who are signed in. Their characters leave no room for another host or scheme. */
const page = new RegExp(`^/(leads(/new|/${id})?|customers|settings(/[a-z-]{1,40}(/${id})?)?|sandbox/inbox)$`)

/**
 * The page of ours that an address leads to; `null` for every other address, and for what is none. Of the query only
 * a known status is kept: whatever else stands in it could name a person, or be an attacker's who wants them elsewhere.
 */
export function returnTo(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const [path = '', query] = address.split('?')
  if (!page.test(path)) return null
  const status = leadStatusSchema.safeParse(new URLSearchParams(query).get('status'))
  return status.success ? `${path}?status=${status.data}` : path
}

/** Where people are who did not ask for another page. */
export const startPage = '/leads'

/** Where a person signs in who asked for `address`; it is remembered there if it is a page of ours. */
export function signInAddress(address: string | null): string {
  const page = returnTo(address)
  return page === null || page === startPage ? '/sign-in' : `/sign-in?to=${encodeURIComponent(page)}`
}
