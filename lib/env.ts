import { join, resolve, sep } from 'node:path'
import type { z } from 'zod'
import { settings } from './env-settings'
import { isLoopback } from './environments/environment'

export type SettingName = keyof typeof settings.shape

/** Every setting there is. */
export const settingNames = Object.keys(settings.shape) as SettingName[]

/** The settings, checked. `mode` and `access` are derived: see {@link readEnv}. */
export type Env = z.infer<typeof settings> & { mode: 'sandbox' | 'live'; access: 'open' | 'closed' }

/** A setting that stops the start; its message is one line that names the setting. */
export class EnvError extends Error {}

/** What has to be set that need not be in the open sandbox, and why. */
const required: { setting: keyof Env; when: (env: Env) => boolean; why: string }[] = [
  {
    setting: 'ALERT_WEBHOOK_SECRET',
    when: ({ ALERT_WEBHOOK_URL: url }) => url !== undefined,
    why: 'is needed with ALERT_WEBHOOK_URL: whoever is told must be able to see that we told it',
  },
  {
    setting: 'SMTP_URL',
    when: ({ ALERT_EMAIL_TO: to, MAIL_FROM: from }) => to !== undefined || from !== undefined,
    why: 'is needed with ALERT_EMAIL_TO and MAIL_FROM: the mail server that takes our mail',
  },
  {
    setting: 'MAIL_FROM',
    when: ({ SMTP_URL: url }) => url !== undefined,
    why: 'is needed with SMTP_URL: the address that our mail comes from',
  },
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
    setting: 'ALERT_WEBHOOK_URL',
    when: ({ mode, ALERT_WEBHOOK_URL: url }) =>
      url?.startsWith('http:') === true && (mode === 'live' || !isLoopback(new URL(url).hostname)),
    why: 'must begin with https, but for a loopback address in the sandbox',
  },
  {
    setting: 'ALERT_WEBHOOK_SECRET',
    when: ({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secrets }) =>
      url === undefined && secrets !== undefined,
    why: 'does nothing without ALERT_WEBHOOK_URL',
  },
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
    setting: 'METRICS_TOKEN',
    when: ({ METRICS_TOKEN: token, AUTH_SECRET }) => token !== undefined && token === AUTH_SECRET,
    why: 'must not be AUTH_SECRET: who may see the metrics could sign anybody in',
  },
  {
    setting: 'LIVE_PORT',
    when: ({ PORT, LIVE_PORT }) => LIVE_PORT === PORT,
    why: 'must be another than PORT, which answers only once the service can',
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

declare global {
  /** What was set before `.env` was read, by name: said by the server around Next, which reads the file. */
  var leadApiSetOutside: ReadonlySet<string> | undefined
}

/** Where a setting comes from: the environment that the process was started in, `.env`, or neither. */
export function sourceOf(name: SettingName): 'environment' | 'file' | 'default' {
  if (!process.env[name]) return 'default'
  return globalThis.leadApiSetOutside?.has(name) === false ? 'file' : 'environment'
}

/** Whether the settings say that others reach this service through a proxy in front of it. */
function isBehindProxy({
  PUBLIC_URL,
  TRUSTED_PROXIES,
}: Pick<z.infer<typeof settings>, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>): boolean {
  return TRUSTED_PROXIES.length > 0 || (PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname))
}
