import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { Env } from '@/lib/env'
import { waits } from '@/lib/jobs/waits'
import { magicPrefix } from '@/lib/vitec/sandbox/magic-customers'

/** What Vitec is spared, as the settings say. */
export function outboundLimits(env: Env): OutboundLimits {
  return {
    atOnce: env.VITEC_MAX_CONCURRENT,
    perSecond: env.VITEC_MAX_PER_SECOND,
    slotMs: env.VITEC_TIMEOUT_S * 1000 + waits().abandonedMargin,
    magicPrefix: env.mode === 'sandbox' ? magicPrefix : null,
  }
}
