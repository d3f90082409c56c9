import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Env } from '@/lib/env'
import { magicPrefix } from '@/lib/vitec/sandbox/magic-customers'

/** What Vitec is spared, as the settings say. */
export function outboundLimits(env: Env): OutboundLimits {
  return {
    atOnce: env.VITEC_MAX_CONCURRENT,
    perSecond: env.VITEC_MAX_PER_SECOND,
    timeoutMs: env.VITEC_TIMEOUT_S * 1000,
    magicPrefix: env.mode === 'sandbox' ? magicPrefix : null,
  }
}
