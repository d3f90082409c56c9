import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { Env } from '@/lib/env'
import { magicPrefix } from '@/lib/environments/environment'
import { waits } from '@/lib/jobs/waits'
import type { Retention } from '@/lib/privacy/retention-run'
import { createVault, type Vault } from '@/lib/vault/vault'
import {
  sandboxLeadSourcesPath,
  sandboxPassword,
  sandboxUsername,
} from '@/lib/vitec/sandbox/require-credentials'
import type { VitecConfig } from '@/lib/vitec/vitec-client'

const sandboxPath = '/sandbox/vitec'

/** Where leads go: what the environment names, else this process's own stand-in, over real HTTP. */
export function vitecSettings(env: Env): VitecConfig {
  const sandbox = env.mode === 'sandbox'
  return {
    baseUrl: env.VITEC_BASE_URL ?? `http://${ownHost(env.HOST)}:${env.PORT}${sandboxPath}`,
    username: env.VITEC_USERNAME ?? (sandbox ? sandboxUsername : ''),
    password: env.VITEC_PASSWORD ?? (sandbox ? standInPassword(env) : ''),
    leadPath: env.VITEC_LEAD_PATH,
    leadSourcesPath: env.VITEC_LEAD_SOURCES_PATH ?? (sandbox ? sandboxLeadSourcesPath : null),
    reportPath: env.VITEC_REPORT_PATH,
    timeoutMs: env.VITEC_TIMEOUT_S * 1000,
  }
}

/**
 * What the stand-in asks for. The usual password is in the source, so where others than this machine may call it is
 * one that no caller can know, and that all instances have in common.
 */
export function standInPassword({
  AUTH_SECRET: secret,
  access,
}: Pick<Env, 'AUTH_SECRET' | 'access'>): string {
  if (access === 'open' || secret === undefined) return sandboxPassword
  return createHmac('sha256', secret).update('password of the stand-in').digest('hex')
}

/** What Vitec is spared, as the settings say. */
export function outboundLimits(env: Env): OutboundLimits {
  return {
    atOnce: env.VITEC_MAX_CONCURRENT,
    perSecond: env.VITEC_MAX_PER_SECOND,
    slotMs: env.VITEC_TIMEOUT_S * 1000 + waits().abandonedMargin,
    magicPrefix: env.mode === 'sandbox' ? magicPrefix : null,
  }
}

/** How fast leads of test keys are sent: as Vitec is asked by default, whatever the settings say of Vitec itself. */
export function testLimits(env: Env): OutboundLimits {
  return { ...outboundLimits(env), atOnce: 5, perSecond: 10, magicPrefix }
}

/** How long leads keep their persons, by the settings. */
export function retentionOf({ RETENTION_MONTHS, RETENTION_OFF_REASON = '' }: Env): Retention {
  if (RETENTION_MONTHS === 'off') return { months: null, reason: RETENTION_OFF_REASON }
  return { months: RETENTION_MONTHS }
}

/** Where people reach this service, as far as is known, without a slash at its end: what links in messages begin with. */
export function ownUrl({ PUBLIC_URL, HOST, PORT }: Pick<Env, 'PUBLIC_URL' | 'HOST' | 'PORT'>): string {
  return PUBLIC_URL?.replace(/\/$/, '') ?? `http://${ownHost(HOST)}:${PORT}`
}

/** This process as it reaches itself: an address to listen on may be one that cannot be called. */
export function ownHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (/^\[?::\]?$/.test(host)) return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/**
 * What drafts and webhooks' secrets are sealed with: the first of SECRETS_KEYS, else a key made of the secret that people are
 * signed in with, which all instances have in common. The open sandbox has neither: drafts end with the process, and
 * webhooks, which tell of nothing real there, are sealed for form's sake.
 */
export function sealingVault(
  { SECRETS_KEYS: keys, AUTH_SECRET: secret }: Pick<Env, 'SECRETS_KEYS' | 'AUTH_SECRET'>,
  sealed: 'drafts' | 'webhooks',
): Vault {
  const bytes =
    secret === undefined && sealed === 'drafts'
      ? randomBytes(32)
      : Buffer.from(hkdfSync('sha256', secret ?? 'open', '', sealed, 32))
  const own = { id: `_${sealed}`, key: bytes.toString('base64') }
  const [first, ...older] = keys
  // What was sealed before there were SECRETS_KEYS opens still.
  return first ? createVault([first, ...older, own]) : createVault([own])
}
