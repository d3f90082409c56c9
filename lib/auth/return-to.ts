import { leadChannelSchema, leadStatusSchema } from '@/lib/leads/lead'

const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The addresses of pages for people who are signed in. Their characters leave no room for another host or scheme. */
const page = new RegExp(
  `^/(leads(/new|/to-do|/${id})?|customers(/${id}(/lead-sources/${id}/posting-pack)?)?|settings(/[a-z-]{1,40}(/${id})?)?|sandbox/inbox)$`,
)

const isId = (text: string) => new RegExp(`^${id}$`).test(text)
const isDays = (text: string) =>
  /^(today|yesterday|7-days|this-month|last-month|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)$/.test(text)

/** What a page may be narrowed to, or opened with, in its address: ids, codes and days (see `lib/leads/log-filter.ts`). */
const filters: Record<string, (text: string) => boolean> = {
  status: (text) => text.split(',').every((one) => leadStatusSchema.safeParse(one).success),
  customer: isId,
  source: isId,
  channel: (text) => leadChannelSchema.safeParse(text).success,
  sender: (text) => text === 'open' || isId(text.replace(/^(person|key):/, '')),
  received: isDays,
  tests: (text) => text === 'with' || text === 'only',
  lead: isId,
  replaces: isId,
  vy: (text) => text === 'all' || isId(text) || /^[\w-]{43}$/.test(text),
}
/** No filter of ours is longer. */
const longestFilter = 100

/**
 * The page of ours that an address leads to; `null` for every other address, and for what is none. Of the query only
 * the log's filters are kept: whatever else stands in it could name a person, or be an attacker's who wants them elsewhere.
 */
export function returnTo(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const [path = '', query] = address.split('?')
  if (!page.test(path)) return null
  const asked = new URLSearchParams(query)
  const kept = Object.entries(filters).flatMap(([name, isFilter]) => {
    const value = asked.get(name)
    return value && value.length <= longestFilter && isFilter(value) ? [`${name}=${value}`] : []
  })
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

/** Where people are who did not ask for another page. */
export const startPage = '/leads'

/** Where a person signs in who asked for `address`; it is remembered there if it is a page of ours. */
export function signInAddress(address: string | null): string {
  const page = returnTo(address)
  return page === null || page === startPage ? '/sign-in' : `/sign-in?to=${encodeURIComponent(page)}`
}
