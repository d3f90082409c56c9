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
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import { waits } from '@/lib/jobs/waits'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { createFindSimilar } from '@/lib/leads/store/find-similar'
import { readRecord } from '@/lib/leads/store/read-record'
import { createReplaceLead } from '@/lib/leads/store/replace-lead'
import { type Submission, type SubmitLeadPorts, submitLead } from '@/lib/leads/submit-lead'
import type { Account } from '@/lib/vitec/credentials/credential-forms'
import type { VitecClient } from '@/lib/vitec/vitec-client'

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

type Delivering = { attemptNow: SubmitLeadPorts['attemptNow']; state: DeliveryStore['state'] }

/** Takes leads in that are born in an environment, and makes their first attempt. */
function createIntake(database: Database, environment: EnvironmentId, { attemptNow, state }: Delivering) {
  const ports: SubmitLeadPorts = {
    keys: createIdempotencyStore(database, environment),
    add: createAddLead(database, environment),
    replace: createReplaceLead(database, environment),
    similar: createFindSimilar(database, environment),
    attemptNow,
    standing: async (leadId) => {
      const [standing, record] = await Promise.all([
        state(leadId),
        readRecord(database.prisma, environment, leadId),
      ])
      if (!standing || !record) throw new Error('a key is kept for a lead that is gone')
      return { state: standing, warnings: record.warnings, reference: record.reference }
    },
    now: () => new Date(),
  }
  return (submission: Submission, onStored: () => void) => submitLead(ports, submission, onStored)
}
