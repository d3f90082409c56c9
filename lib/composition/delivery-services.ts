import 'server-only'
import type { Requester } from '@/lib/audit/audit-event'
import type { Database } from '@/lib/db/open-database'
import type { DeliverLeadPorts } from '@/lib/deliveries/deliver-lead'
import type { DeliveryStore, LeadToSend, OutboundLimits } from '@/lib/deliveries/delivery-store'
import { lookUpLead } from '@/lib/deliveries/look-up/look-up-lead'
import { createDelivery } from '@/lib/deliveries/run-deliveries'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import { createLookUpStore } from '@/lib/deliveries/store/create-look-up-store'
import { type EnvironmentId, testing } from '@/lib/environments/environment'
import { waits } from '@/lib/jobs/waits'
import type { Account } from '@/lib/vitec/credentials/credential-forms'
import type { VitecClient } from '@/lib/vitec/vitec-client'
import { createIntake } from './lead-services'

type SentTo = {
  environment: EnvironmentId
  limits: OutboundLimits
  vitec: VitecClient
  /** A customer's own account; absent: none is used. */
  accountOf?: (sealed: NonNullable<LeadToSend['account']>) => Account | 'unreadable'
  /** Is told what attempts come to, and where they stand. */
  told?: Pick<DeliverLeadPorts, 'onEnded' | 'onMoment'>
  watch?: (takeTurns: DeliveryStore['takeTurns']) => DeliveryStore['takeTurns']
}

/** Takes in leads that are born in an environment, and sends them there. */
export function createDeliveryServices(
  database: Database,
  { environment, limits, vitec, accountOf, told, watch = (takeTurns) => takeTurns }: SentTo,
) {
  const deliveryStore = createDeliveryStore(database, limits, environment)
  const prepare = ({ lead, message, account }: LeadToSend) =>
    vitec.prepare(lead, message, account && accountOf ? accountOf(account) : null)
  const delivery = createDelivery(
    { ...deliveryStore, takeTurns: watch(deliveryStore.takeTurns) },
    { prepare },
    {
      ...{ magicPrefix: limits.magicPrefix, leaseMs: waits().lease, pace: waits().retries },
      isTest: environment === testing,
      ...told,
    },
  )
  const lookUpPorts = {
    store: createLookUpStore(database.prisma, environment),
    list: vitec.listIncomingLeads,
    now: () => new Date(),
  }
  return {
    deliveryStore,
    delivery,
    /** Looks where it was sent for a lead in doubt, at a person's word. @throws {AppError} `not_found`, `not_allowed` */
    lookUp: (leadId: string, requester: Requester | null) => lookUpLead(lookUpPorts, leadId, requester),
    /** Takes a lead in and makes its first attempt. */
    submitLead: createIntake(database, environment, {
      attemptNow: delivery.attemptNow,
      state: deliveryStore.state,
    }),
  }
}
