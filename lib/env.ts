import { isIP } from 'node:net'
import { z } from 'zod'

const loopbackHosts = ['127.0.0.1', 'localhost', '::1', '[::1]']

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

const networks = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((parts) => parts.every(isNetwork), 'must be addresses or networks like 10.0.0.0/8, with commas')

const vaultKeys = z
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

const settings = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be an address that begins with postgresql://')
    .optional(),
  VITEC_BASE_URL: httpUrl
    .refine(
      namesNobody,
      'must have no user name and password in it: VITEC_USERNAME and VITEC_PASSWORD are for them',
    )
    .optional(),
  VITEC_USERNAME: z.string().optional(),
  VITEC_PASSWORD: z.string().optional(),
  VITEC_LEAD_PATH: z
    .string()
    .startsWith('/', 'must begin with /')
    .includes('{customerId}', { error: 'must contain {customerId}' })
    .default('/Advertising/Lead/{customerId}/Person'),
  VITEC_LEAD_SOURCES_PATH: z
    .string()
    .startsWith('/', 'must begin with /')
    .includes('{customerId}', { error: 'must contain {customerId}' })
    .optional(),
  VITEC_REPORT_PATH: z
    .string()
    .regex(/^\/[^?#]*$/, 'must begin with / and have no ? or #')
    .default('/BusinessIntelligence/TipsAndLeads/Report'),
  VITEC_TIMEOUT_S: wholeNumber(1, 300).default(30),
  VITEC_MAX_CONCURRENT: wholeNumber(1, 100).default(5),
  VITEC_MAX_PER_SECOND: wholeNumber(1, 1000).default(10),
  DEFAULT_CUSTOMER_ID: z.string().optional(),
  TRUSTED_PROXIES: networks,
  ADDRESS_MAX_PER_MINUTE: wholeNumber(1, 1_000_000).default(600),
  REQUIRE_SIGN_IN: z.enum(['true', 'false'], 'must be true or false').default('false'),
  PUBLIC_URL: httpUrl.regex(/^[^/]*\/\/[^/]+\/?$/, 'must be an address without a path').optional(),
  AUTH_SECRET: z
    .string()
    .refine((secret) => new TextEncoder().encode(secret).length >= 32, 'must be at least 32 bytes')
    .optional(),
  RETENTION_MONTHS: z.literal('off').or(wholeNumber(1, 120)).default(24),
  RETENTION_OFF_REASON: z.string().trim().min(20, 'must say why, in 20 characters or more').optional(),
  SECRETS_KEYS: vaultKeys,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** The settings, checked. `mode` and `access` are derived: see {@link readEnv}. */
export type Env = z.infer<typeof settings> & { mode: 'sandbox' | 'live'; access: 'open' | 'closed' }

/** A setting that stops the start; its message is one line that names the setting. */
export class EnvError extends Error {}

/** What has to be set that need not be in the open sandbox, and why. */
const required: { setting: keyof Env; when: (env: Env) => boolean; why: string }[] = [
  {
    setting: 'AUTH_SECRET',
    when: ({ access }) => access === 'closed',
    why: 'is needed where people sign in: 32 bytes or more that nobody can guess',
  },
  {
    setting: 'PUBLIC_URL',
    when: ({ mode, HOST }) => mode === 'live' || !isLoopback(HOST),
    why: 'is needed live and beyond loopback: the address at which people reach this service',
  },
  {
    setting: 'RETENTION_OFF_REASON',
    when: ({ RETENTION_MONTHS }) => RETENTION_MONTHS === 'off',
    why: 'is needed where personal data are kept for ever: who has decided it, and on what ground',
  },
]

/** What may be set, but not like this: it would send or keep data or a password in the open, or mislead. */
const refused: { setting: keyof Env; when: (env: Env) => boolean; why: string }[] = [
  {
    setting: 'VITEC_BASE_URL',
    when: ({ mode, VITEC_BASE_URL: url }) => mode === 'live' && url?.startsWith('https:') === false,
    why: 'must begin with https: leads and passwords go there',
  },
  {
    setting: 'PUBLIC_URL',
    when: ({ mode, PUBLIC_URL: url }) =>
      mode === 'live' && url?.startsWith('http:') === true && !isLoopback(new URL(url).hostname),
    why: 'must begin with https: people sign in there',
  },
  {
    setting: 'VITEC_PASSWORD',
    when: ({ VITEC_USERNAME: name, VITEC_PASSWORD: password }) =>
      (name === undefined) !== (password === undefined),
    why: 'and VITEC_USERNAME are needed together, or neither',
  },
  {
    setting: 'VITEC_PASSWORD',
    when: ({ mode, VITEC_PASSWORD: password, SECRETS_KEYS: keys }) =>
      mode === 'live' && password === undefined && keys.length === 0,
    why: 'and VITEC_USERNAME are needed live, or SECRETS_KEYS, so that customers can have accounts of their own',
  },
  {
    setting: 'RETENTION_OFF_REASON',
    when: ({ RETENTION_MONTHS, RETENTION_OFF_REASON: reason }) =>
      reason !== undefined && RETENTION_MONTHS !== 'off',
    why: 'does nothing unless RETENTION_MONTHS is off',
  },
]

/**
 * Reads the settings from the environment, once, at start. An empty value counts as absent.
 *
 * Sandbox mode is `VITEC_BASE_URL` unset or naming a loopback address; everything else is live. Access is open
 * only where nothing can be lost: in the sandbox, listening on loopback, and not asked to be closed.
 * @throws {EnvError} naming every bad or missing setting.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
    )
  }
  const { VITEC_BASE_URL: vitec, HOST, REQUIRE_SIGN_IN } = parsed.data
  const mode = vitec === undefined || isLoopback(new URL(vitec).hostname) ? 'sandbox' : 'live'
  const isOpen = mode === 'sandbox' && isLoopback(HOST) && REQUIRE_SIGN_IN === 'false'
  const env: Env = { ...parsed.data, mode, access: isOpen ? 'open' : 'closed' }
  const missing = required.filter(({ setting, when }) => when(env) && env[setting] === undefined)
  const wrong = [...missing, ...refused.filter(({ when }) => when(env))]
  if (wrong.length > 0) throw new EnvError(wrong.map(({ setting, why }) => `${setting} ${why}`).join('; '))
  return env
}

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host)
}

function namesNobody(url: string): boolean {
  const { username, password } = new URL(url)
  return username === '' && password === ''
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
