import { join, resolve, sep } from 'node:path'
import { z } from 'zod'
import {
  backupKey,
  customerPath,
  networks,
  postgresUrl,
  publicUrl,
  secret,
  vaultKeys,
  vitecUrl,
  wholeNumber,
} from './env-fields'
import { isLoopback } from './environments/environment'

const settings = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  ERASURE_LEDGER: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  VITEC_BASE_URL: vitecUrl.optional(),
  VITEC_USERNAME: z.string().optional(),
  VITEC_PASSWORD: z.string().optional(),
  VITEC_LEAD_PATH: customerPath.default('/Advertising/Lead/{customerId}/Person'),
  VITEC_LEAD_SOURCES_PATH: customerPath.optional(),
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
  PUBLIC_URL: publicUrl.optional(),
  AUTH_SECRET: secret.optional(),
  RETENTION_MONTHS: z.literal('off').or(wholeNumber(1, 120)).default(24),
  RETENTION_OFF_REASON: z.string().trim().min(20, 'must say why, in 20 characters or more').optional(),
  SECRETS_KEYS: vaultKeys,
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: wholeNumber(1, 1000).default(14),
  BACKUP_KEY: backupKey.optional(),
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
    when: ({ access, DATABASE_URL }) => access === 'closed' && DATABASE_URL !== undefined,
    why: 'is needed where people sign in and instances share a database: 32 characters or more that cannot be guessed',
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
    setting: 'MIGRATION_DATABASE_URL',
    when: ({ DATABASE_URL, MIGRATION_DATABASE_URL: owner }) =>
      owner !== undefined && DATABASE_URL === undefined,
    why: 'is of use only beside DATABASE_URL, of another role on the same database',
  },
  {
    setting: 'ERASURE_LEDGER',
    when: ({ DATA_DIR, ERASURE_LEDGER: ledger }) =>
      ledger !== undefined && resolve(ledger).startsWith(resolve(join(DATA_DIR, 'database')) + sep),
    why: 'must not be in the folder of the database, with which it would be restored',
  },
  {
    setting: 'BACKUP_DIR',
    when: ({ DATA_DIR, BACKUP_DIR: place }) =>
      place !== undefined && `${resolve(place)}${sep}`.startsWith(resolve(join(DATA_DIR, 'database')) + sep),
    why: 'must not be in the folder of the database, with which it would be lost',
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
 * only where nothing can be lost: in the sandbox, reached by this machine alone, and not asked to be closed.
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
  const isOpen =
    mode === 'sandbox' && isLoopback(HOST) && REQUIRE_SIGN_IN === 'false' && !isBehindProxy(parsed.data)
  const env: Env = { ...parsed.data, mode, access: isOpen ? 'open' : 'closed' }
  const missing = required.filter(({ setting, when }) => when(env) && env[setting] === undefined)
  const wrong = [...missing, ...refused.filter(({ when }) => when(env))]
  if (wrong.length > 0) throw new EnvError(wrong.map(({ setting, why }) => `${setting} ${why}`).join('; '))
  return env
}

/** Whether the settings say that others reach this service through a proxy in front of it. */
function isBehindProxy({
  PUBLIC_URL,
  TRUSTED_PROXIES,
}: Pick<z.infer<typeof settings>, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>): boolean {
  return TRUSTED_PROXIES.length > 0 || (PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname))
}
