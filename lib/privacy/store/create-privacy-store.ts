import { recordEvents, recorded } from '@/lib/audit/store/record-event'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { PrivacyStore } from '@/lib/privacy/privacy-store'
import { exportDrafts, findDrafts, type LiveDrafts } from './drafts-of-persons'
import { erase, readReceipt, readReceipts } from './erase'
import { exportPerson, findPerson } from './find-person'

/** {@link PrivacyStore} on PostgreSQL; `environment` is where leads are sent from here, `drafts` what people have half filled. */
export function createPrivacyStore(
  prisma: PrismaClient,
  environment: EnvironmentId,
  drafts: LiveDrafts = async () => [],
): PrivacyStore {
  return {
    async find(search, requester) {
      const found = {
        ...(await findPerson(prisma, search)),
        drafts: await findDrafts(prisma, drafts, search),
      }
      const subject = `person-search:${crypto.randomUUID()}` as const
      await recorded(prisma, requester, 'privacy.search', subject, { leads: found.leads.length })
      return found
    },
    async export(leadIds, now, requester) {
      const exported = {
        ...(await exportPerson(prisma, environment, leadIds, now)),
        drafts: await exportDrafts(prisma, drafts, leadIds),
      }
      const events = exported.leads.map(({ id }) => ({
        ...requester,
        ...({ verb: 'privacy.export', subject: `lead:${id}` } as const),
      }))
      await recordEvents(prisma, events, now)
      return exported
    },
    erase: (request, requester, now) => erase(prisma, drafts, request, requester, now),
    receipt: (id) => readReceipt(prisma, id),
    receipts: (limit) => readReceipts(prisma, limit),
  }
}
