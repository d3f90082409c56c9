import type { Database } from '@/lib/db/open-database'
import { noLimits, timedDelivery } from '@/lib/db/testing/begin-attempt'
import { deliverLead } from '@/lib/deliveries/deliver-lead'
import type { LeadState, LeadToSend, OutboundLimits, Turn } from '@/lib/deliveries/delivery-store'
import { type EnvironmentId, sandbox } from '@/lib/environments/environment'
import type { VitecClient } from '@/lib/vitec/vitec-client'

type Place = { environment?: EnvironmentId; limits?: OutboundLimits }

/** An instance that sends to a server of a test at whatever time each call says. Two share their database and nothing else. */
export function sendingInstance(
  database: Database,
  client: Pick<VitecClient, 'prepare'>,
  { environment = sandbox, limits = noLimits }: Place = {},
) {
  const timed = timedDelivery(database, limits, environment)
  const { store } = timed
  const isMagic = (vitecCustomerId: string) =>
    limits.magicPrefix !== null && vitecCustomerId.startsWith(limits.magicPrefix)
  const vitec = { prepare: ({ lead, message }: LeadToSend) => client.prepare(lead, message) }
  const ports = { store, vitec, isMagic, random: () => 0, mayBegin: () => true, wait: async () => {} }
  const deliver = async (turn: Turn): Promise<LeadState | null> =>
    turn.kind === 'place' ? deliverLead(ports, turn) : null
  return {
    ...timed,
    /** Attempts a lead, if it may be sent; `null` where it may not. A paused customer's is a probe. */
    send: async (leadId: string, now: Date) => deliver(await timed.takePlace(leadId, now)),
    /** What an instance does by itself: attempts whatever may be sent, one turn after the other. */
    async sendDue(now: Date): Promise<void> {
      await timed.at(now)
      for (let turn = await store.takePlace(); turn.kind !== 'idle'; turn = await store.takePlace()) {
        if (turn.kind !== 'place') throw new Error(`nothing is to be sent at the moment: ${turn.kind}`)
        await deliver(turn)
      }
    },
  }
}
