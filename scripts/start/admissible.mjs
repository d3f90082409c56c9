import { hostName } from './host-name.mjs'

/**
 * Why a request is not answered, decided from its first line and headers alone.
 * `word`: the `code` of the answer, where there is one.
 * @typedef {{ code: number, word?: string, message: string, allow?: string }} Refusal
 */

/** What the application answers; every other method is refused, TRACE among them, which would echo a caller's secrets. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pageMethods = 'GET, HEAD'

/** Where the application itself says what each address takes; everything else is a page or a file. */
const apiPaths = /^\/(api|lead|lead-sources|sandbox\/vitec)(\/|$)/

/** Of what Next serves beside pages, our pages use these alone: no image optimiser, no data of old pages. */
const usedOfNext = /^\/_next\/static\//

/** Who sends one of these stands in front of us and speaks for others. */
const isOfProxy = (/** @type {string} */ name) =>
  ['forwarded', 'via', 'x-real-ip'].includes(name) || name.startsWith('x-forwarded-')

/**
 * A part of a path that is `.` or `..`, as URLs know it. Next takes it out, and would serve another address than the one
 * that was looked at here. Browsers and other clients take it out before they ask.
 */
const dotSegment = /[/\\](\.|%2e){1,2}([/\\]|$)/i

/**
 * @param {{ accepts: (host: string) => boolean, isOpen: boolean, isDev: boolean }} options accepts: whether a host name may
 *   be ours; isOpen: nobody has to say who they are here, so nobody may speak for others
 * @returns {(request: import('node:http').IncomingMessage) => Refusal | null} null for what is answered
 */
export function admissible({ accepts, isOpen, isDev }) {
  return (request) => {
    const { method = '', url = '', headers } = request
    if (!accepts(hostName(headers.host ?? '')) || !url.startsWith('/'))
      return { code: 421, message: 'The Host header must name this machine, like localhost' }
    if (isOpen && Object.keys(headers).some(isOfProxy)) return { code: 403, message: behindProxy }
    if (!isReadable(url)) return { code: 400, message: 'The address is not UTF-8, percent-encoded' }
    const [path = ''] = url.split('?', 1)
    if (dotSegment.test(path)) return { code: 400, message: 'The path has a part that is . or ..' }
    if (!methods.includes(method))
      return notAllowed(method, apiPaths.test(path) ? methods.join(', ') : pageMethods)
    if (!apiPaths.test(path) && !pageMethods.split(', ').includes(method))
      return notAllowed(method, pageMethods)
    if (!isDev && path.startsWith('/_next/') && !usedOfNext.test(path))
      return { code: 404, message: 'There is nothing at this address.' }
    return null
  }
}

const behindProxy =
  'This sandbox is open to whoever reaches it, and is not to stand behind a proxy: set REQUIRE_SIGN_IN=true, or PUBLIC_URL and TRUSTED_PROXIES, and restart'

/** @returns {Refusal} */
function notAllowed(/** @type {string} */ method, /** @type {string} */ allow) {
  return { code: 405, message: `${method} is not allowed here; ${allow} is.`, allow }
}

/** Next answers an address that it cannot decode with a 500 of its own. */
function isReadable(/** @type {string} */ url) {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}
