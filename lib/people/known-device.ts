import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const yearS = 365 * 24 * 60 * 60
/** Of a browser that colleagues share, the newest. */
const mostAccounts = 5
const numberBytes = 16
const entry = '[\\w-]{22}\\.[\\w-]{43}'
const written = new RegExp(`^${entry}(~${entry}){0,${mostAccounts - 1}}$`)

/** The account a browser may be known to. `stamp` changes with the password and the second factor. */
export type DeviceOwner = { personId: string; stamp: string }

export type KnownDevices = ReturnType<typeof createKnownDevices>

type Settings = {
  /** AUTH_SECRET; the key is derived from it. */
  secret: string
  /** Whether browsers come by https. */
  isSecure: boolean
}

/**
 * Browsers that have signed in to an account before, by a cookie: for each account a random number, and a MAC over it,
 * the person's id and their stamp. It signs no one in. It chooses which limit counts the tries, so that strangers use
 * up none of a colleague's. Nothing is kept of it here.
 */
export function createKnownDevices({ secret, isSecure }: Settings) {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'lead-api known devices', 32))
  const name = `${isSecure ? '__Secure-' : ''}lead-api.device`
  const macOf = (number: string, { personId, stamp }: DeviceOwner) =>
    createHmac('sha256', key).update(`${number}\0${personId}\0${stamp}`).digest('base64url')

  const isOf = (owner: DeviceOwner) => (one: string) => {
    const [number = '', mac = ''] = one.split('.')
    return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(number, owner)))
  }
  const entriesIn = (headers: Headers): string[] => {
    const pairs = (headers.get('cookie') ?? '').split(/;\s*/)
    const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
    return written.test(value) ? value.split('~') : []
  }

  return {
    /** Whether a request says that its browser is known to an account: else nothing need be looked up. */
    carries: (headers: Headers): boolean => entriesIn(headers).length > 0,

    /** The number under which a request's browser is known to an account; `null` where it is not. */
    numberOf(headers: Headers, owner: DeviceOwner): string | null {
      return entriesIn(headers).find(isOf(owner))?.split('.')[0] ?? null
    },

    /** The `Set-Cookie` by which a browser is known that has just signed in, under another number. */
    remember(headers: Headers, owner: DeviceOwner): string {
      const number = randomBytes(numberBytes).toString('base64url')
      const isOwn = isOf(owner)
      const others = entriesIn(headers).filter((one) => !isOwn(one))
      const value = [`${number}.${macOf(number, owner)}`, ...others].slice(0, mostAccounts).join('~')
      const attributes = ['Path=/api', 'HttpOnly', 'SameSite=Strict', ...(isSecure ? ['Secure'] : [])]
      return [`${name}=${value}`, `Max-Age=${yearS}`, ...attributes].join('; ')
    },
  }
}
