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

/** An address that we call. `instead`: what is for the user and the password. */
export const plainUrl = (instead: string) =>
  httpUrl.refine(hasNoUserInfo, `must have no user name and password in it: ${instead}`)

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

/** What webhooks are signed with, as Standard Webhooks writes it; several, the first of them the newest, while one is replaced. */
export const webhookSecrets = z
  .string()
  .transform(listed)
  .refine(
    (parts) => parts.length > 0 && parts.every(isWebhookSecret),
    'must be whsec_ and 24 to 64 random bytes in base64; several with commas or spaces between',
  )

/** E-mail addresses, without names. */
export const emailAddresses = z
  .string()
  .transform(listed)
  .pipe(
    z
      .array(z.email('must be e-mail addresses, with commas between'))
      .min(1, 'must be e-mail addresses, with commas between')
      .max(20, 'must be at most 20 e-mail addresses'),
  )

/** A mail server: `smtp://user:password@host:587`, or `smtps://` where TLS comes first. */
export const smtpUrl = z
  .string()
  .refine(
    isSmtpUrl,
    'must be an address like smtp://user:password@mail.example.com:587 or smtps://…, without a path or a query',
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

function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

function isWebhookSecret(text: string): boolean {
  const key = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(text)?.[1]
  if (key === undefined) return false
  const bytes = atob(key)
  return bytes.length >= 24 && bytes.length <= 64 && new Set(bytes).size > 8
}

function isSmtpUrl(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false
  const { hostname, pathname, search, hash, username, password } = new URL(text)
  const isPlain = /^\/?$/.test(pathname) && search === '' && hash === ''
  return (
    hostname !== '' && isPlain && (username === '') === (password === '') && isDecodable(username + password)
  )
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
