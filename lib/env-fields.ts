import { isIP } from 'node:net'
import { z } from 'zod'
import { isPattern } from './validation/is-pattern'

const placeholderWords =
  /changeme|change|replaceme|replace|placeholder|example|secret|password|random|string|value|default|super|please|your|this|here|with|some|thing|long|least|characters|bytes|auth|lead|api|openssl|rand|base64|generate|strong|hemlig|nyckel/g

export const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be an address that begins with postgresql://')

/** A whole number from `min` to `max`, both included. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

export const networks = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((parts) => parts.every(isNetwork), 'must be addresses or networks like 10.0.0.0/8, with commas')

export const vaultKeys = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine(
    (parts) => parts.every(isVaultKey),
    'must be names and keys like 2026-1:KEY, with commas; 32 random bytes each, in base64',
  )
  .transform((parts) =>
    parts.map((part) => ({ id: part.split(':')[0] ?? '', key: part.split(':')[1] ?? '' })),
  )
  .refine(
    (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
    'must have a name of its own for each key',
  )

export const vitecUrl = httpUrl.refine(
  hasNoUserInfo,
  'must have no user name and password in it: VITEC_USERNAME and VITEC_PASSWORD are for them',
)

/** What `age-keygen` makes: whoever has it can read what is written for it. */
export const backupKey = z
  .string()
  .regex(
    /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]{50,}$/,
    'must be a key that age-keygen makes, which begins with AGE-SECRET-KEY-1',
  )

/** A path at Vitec that names a customer. */
export const customerPath = z
  .string()
  .startsWith('/', 'must begin with /')
  .includes('{customerId}', { error: 'must contain {customerId}' })

/** Where people reach this service. */
export const publicUrl = httpUrl.regex(
  /^[^/]*\/\/[^/?#@]+\/?$/,
  'must be an address without a path, a query or a password, such as https://leads.example.com',
)

/** A secret that cannot be guessed. */
export const secret = z
  .string()
  .refine((text) => [...text].length >= 32, { error: 'must be at least 32 characters', abort: true })
  .refine(
    isUnguessable,
    'must be drawn at random, not a pattern or an example: openssl rand -base64 32 makes one',
  )

function hasNoUserInfo(url: string): boolean {
  const { username, password } = new URL(url)
  return username === '' && password === ''
}

/** What is left of a secret without the words of placeholders and examples, which everybody can read. */
function isUnguessable(secret: string): boolean {
  const own = secret
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(placeholderWords, '')
  return !isPattern(secret) && own.length >= 16 && !isPattern(own)
}

/** A name, and 32 bytes in base64. */
function isVaultKey(text: string): boolean {
  const key = /^[A-Za-z0-9_-]{1,40}:([A-Za-z0-9+/]{43}=)$/.exec(text)?.[1]
  return key !== undefined && new Set(atob(key)).size > 8
}

/** An address, or a network with a prefix; not one of everybody. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  const known = prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= bits)
  return isIP(address) > 0 && known && more.length === 0
}
