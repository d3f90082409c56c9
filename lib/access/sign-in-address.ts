import { pageAskedFor } from './page-asked-for'

/** Where people are who did not ask for another page. */
export const startPage = '/leads'

/** Where somebody signs in who asked for `address`; it is remembered there if it is a page of ours. */
export function signInAddress(address: string | null): string {
  const page = pageAskedFor(address)
  return page === null || page === startPage ? '/sign-in' : `/sign-in?to=${encodeURIComponent(page)}`
}
