import { type Env, type SettingName, settingNames } from '@/lib/env'
import type { ShownSetting } from './system-view'

/**
 * What is shown of a setting: its value; that it is set and no more, of whatever is or may hold a secret, or a word on a
 * person; of an address only its origin, of a path what stands before its query. A new setting does not compile until it
 * is decided.
 */
const shown = {
  PORT: 'value',
  LIVE_PORT: 'value',
  DRAIN_WAIT_S: 'value',
  HOST: 'value',
  DATA_DIR: 'value',
  ERASURE_LEDGER: 'value',
  DATABASE_URL: 'set',
  MIGRATION_DATABASE_URL: 'set',
  VITEC_BASE_URL: 'origin',
  VITEC_USERNAME: 'set',
  VITEC_PASSWORD: 'set',
  VITEC_LEAD_PATH: 'path',
  VITEC_LEAD_SOURCES_PATH: 'path',
  VITEC_REPORT_PATH: 'path',
  VITEC_TIMEOUT_S: 'value',
  VITEC_MAX_CONCURRENT: 'value',
  VITEC_MAX_PER_SECOND: 'value',
  DEFAULT_CUSTOMER_ID: 'value',
  METRICS_TOKEN: 'set',
  ALERT_WEBHOOK_URL: 'origin',
  ALERT_WEBHOOK_SECRET: 'set',
  ALERT_EMAIL_TO: 'set',
  ALERT_WAITING_MINUTES: 'value',
  ALERT_DISK_FREE_PERCENT: 'value',
  SMTP_URL: 'set',
  MAIL_FROM: 'value',
  TRUSTED_PROXIES: 'value',
  ADDRESS_MAX_PER_MINUTE: 'value',
  REQUIRE_SIGN_IN: 'value',
  PUBLIC_URL: 'origin',
  AUTH_SECRET: 'set',
  RETENTION_MONTHS: 'value',
  RETENTION_OFF_REASON: 'set',
  SECRETS_KEYS: 'set',
  BACKUP_DIR: 'value',
  BACKUP_KEEP: 'value',
  BACKUP_KEY: 'set',
  LOG_LEVEL: 'value',
} as const satisfies Record<SettingName, 'value' | 'set' | 'origin' | 'path'>

/** Every setting there is, as an administrator may see it. @param sourceOf where a setting comes from */
export function shownSettings(
  env: Env,
  sourceOf: (name: SettingName) => ShownSetting['source'],
): ShownSetting[] {
  return settingNames.map((name) => {
    const value = env[name]
    const isSet = value !== undefined && !(Array.isArray(value) && value.length === 0)
    return { name, isSet, value: isSet ? shownValue(name, String(value)) : null, source: sourceOf(name) }
  })
}

function shownValue(name: SettingName, value: string): string | null {
  const how = shown[name]
  if (how === 'set') return null
  if (how === 'origin') return new URL(value).origin
  return how === 'path' ? (value.split(/[?#]/)[0] ?? '') : value
}
