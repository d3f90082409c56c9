import type { IncomingMessage } from 'node:http'
import type { DoorRefusal } from './refusal'

/** What the application answers; every other method is refused, TRACE among them, which would echo a caller's secrets. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pageMethods = 'GET, HEAD'

/** Where the application itself says what each address takes; everything else is a page or a file. */
const apiPaths = /^\/(api|lead|lead-sources|sandbox\/vitec|sandbox\/webhooks\/receive)(\/|$)/

/** Of what Next serves beside pages, our pages use these alone: no image optimiser, no data of old pages. */
const usedOfNext = /^\/_next\/static\//

/**
 * A part of a path that is `.` or `..`, as URLs know it. Next takes it out, and would serve another address than the one
 * that was looked at here. Browsers and other clients take it out before they ask.
 */
const dotSegment = /[/\\](\.|%2e){1,2}([/\\]|$)/i

const behindProxy =
  'This sandbox is open to whoever reaches it, and is not to stand behind a proxy: set REQUIRE_SIGN_IN=true, or PUBLIC_URL and TRUSTED_PROXIES, and restart'

export interface Admission {
  /** Whether a host name may be ours. */
  accepts: (host: string) => boolean
  /** Callers need not say who they are here, so none may speak for others. */
  isOpen: boolean
  isDev: boolean
}

/** Why a request is not answered, decided from its first line and headers alone; null for what is answered. */
export function admissible({ accepts, isOpen, isDev }: Admission) {
  return ({ method = '', url = '', headers }: IncomingMessage): DoorRefusal | null => {
    if (!accepts(hostName(headers.host ?? '')) || !url.startsWith('/'))
      return { code: 'wrong_host', message: 'The Host header must name this machine, like localhost' }
    if (isOpen && Object.keys(headers).some(isOfProxy)) return { code: 'forbidden', message: behindProxy }
    if (!isReadable(url))
      return { code: 'invalid_address', message: 'The address is not UTF-8, percent-encoded' }
    const [path = ''] = url.split('?', 1)
    if (dotSegment.test(path))
      return { code: 'invalid_address', message: 'The path has a part that is . or ..' }
    if (!methods.includes(method))
      return notAllowed(method, apiPaths.test(path) ? methods.join(', ') : pageMethods)
    if (!apiPaths.test(path) && !pageMethods.split(', ').includes(method))
      return notAllowed(method, pageMethods)
    if (!isDev && path.startsWith('/_next/') && !usedOfNext.test(path))
      return { code: 'not_found', message: 'There is nothing at this address.' }
    return null
  }
}

/** The host of a Host header such as `localhost:3000` or `[::1]:3000`; empty when it is no host with at most one port. */
function hostName(header: string): string {
  return /^(\[[\da-f:.]+\]|[^:[\]@/]+)(:\d{1,5})?$/i.exec(header)?.[1] ?? ''
}

/** A sender of one of these is a proxy in front of us, and speaks for others. */
function isOfProxy(name: string): boolean {
  return ['forwarded', 'via', 'x-real-ip'].includes(name) || name.startsWith('x-forwarded-')
}

function notAllowed(method: string, allow: string): DoorRefusal {
  return { code: 'method_not_allowed', message: `${method} is not allowed here; ${allow} is.`, allow }
}

/** Next answers an address that it cannot decode with a 500 of its own. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}
