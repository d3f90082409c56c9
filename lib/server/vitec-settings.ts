import { createHmac } from 'node:crypto'
import type { Env } from '@/lib/env'
import { sandboxLeadSourcesPath, sandboxPassword, sandboxUsername } from '@/lib/vitec/sandbox/refuse-stranger'
import type { VitecConfig } from '@/lib/vitec/vitec-client'
import { ownHost } from './own-host'

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
 * one that nobody can know, and that all instances have in common.
 */
export function standInPassword({
  AUTH_SECRET: secret,
  access,
}: Pick<Env, 'AUTH_SECRET' | 'access'>): string {
  if (access === 'open' || secret === undefined) return sandboxPassword
  return createHmac('sha256', secret).update('password of the stand-in').digest('hex')
}
