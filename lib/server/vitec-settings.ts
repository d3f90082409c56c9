import type { Env } from '@/lib/env'
import { sandboxLeadSourcesPath, sandboxPassword, sandboxUsername } from '@/lib/vitec/sandbox/sandbox-account'
import type { VitecConfig } from '@/lib/vitec/vitec-client'

const sandboxPath = '/sandbox/vitec'

/** Where leads go: what the environment names, else this process's own stand-in, over real HTTP. */
export function vitecSettings(env: Env): VitecConfig {
  const host = env.HOST.includes(':') && !env.HOST.startsWith('[') ? `[${env.HOST}]` : env.HOST
  const sandbox = env.mode === 'sandbox'
  return {
    baseUrl: env.VITEC_BASE_URL ?? `http://${host}:${env.PORT}${sandboxPath}`,
    username: env.VITEC_USERNAME ?? (sandbox ? sandboxUsername : ''),
    password: env.VITEC_PASSWORD ?? (sandbox ? sandboxPassword : ''),
    leadPath: env.VITEC_LEAD_PATH,
    leadSourcesPath: env.VITEC_LEAD_SOURCES_PATH ?? (sandbox ? sandboxLeadSourcesPath : null),
    reportPath: env.VITEC_REPORT_PATH,
    timeoutMs: env.VITEC_TIMEOUT_S * 1000,
  }
}
