import { AppError } from '@/lib/errors'

const harmless = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a change that a page of another site makes a browser ask for (CSRF). Browsers say where a request comes
 * from, in `Sec-Fetch-Site` or, older ones and over plain http, in `Origin`; what says neither is no browser, and
 * holds no session that it does not know of.
 * @throws {AppError} `foreign_page`
 */
export function refuseForeignPage(request: Request): void {
  if (harmless.includes(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isOurs =
    site !== null ? site === 'same-origin' || site === 'none' : origin === null || isOwn(origin, request)
  if (!isOurs) throw new AppError('foreign_page', 'A page of another site may not do this.')
}

/** Compared with what the browser was told to call, which a page can choose and not disguise. */
function isOwn(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
