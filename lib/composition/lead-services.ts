import 'server-only'
import type { Database } from '@/lib/db/open-database'
import type { DeliveryStore } from '@/lib/deliveries/delivery-store'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import type { LeadNewsReader } from '@/lib/leads/lead-news'
import type { LeadReader } from '@/lib/leads/lead-view'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { listLeads } from '@/lib/leads/store/list-leads'
import { countLeads, readNews, readPausedCustomers } from '@/lib/leads/store/read-news'
import { readRecord } from '@/lib/leads/store/read-record'
import { recordExport } from '@/lib/leads/store/record-export'
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { type Submission, type SubmitLeadPorts, submitLead } from '@/lib/leads/submit-lead'

type Delivering = {
  environment: string
  attemptNow: SubmitLeadPorts['attemptNow']
  state: DeliveryStore['state']
}

/** Leads as they are read, and as they are taken in. */
export function createLeadServices(database: Database, { environment, attemptNow, state }: Delivering) {
  const { prisma } = database
  const leads: LeadReader & LeadNewsReader = {
    list: (query) => listLeads(prisma, environment, query),
    suggest: (filter) => suggestSearch(prisma, filter),
    recordExport: (filter, id, requester) => recordExport(prisma, filter, id, requester),
    news: (query) => readNews(prisma, environment, query),
    counts: () => countLeads(prisma, environment),
    pausedCustomers: () => readPausedCustomers(prisma, environment),
    setAside: (id, isAside, requester) => setAside(prisma, id, isAside, requester),
    record: (id, sentBy) => readRecord(prisma, environment, id, sentBy),
  }
  const ports: SubmitLeadPorts = {
    keys: createIdempotencyStore(database, environment),
    add: createAddLead(database, environment),
    attemptNow,
    standing: async (leadId) => {
      const [standing, record] = await Promise.all([state(leadId), leads.record(leadId)])
      if (!standing || !record) throw new Error('a key is kept for a lead that is gone')
      return { state: standing, warnings: record.warnings }
    },
    now: () => new Date(),
  }
  return {
    leads,
    /** Takes a lead in and makes its first attempt. */
    submitLead: (submission: Submission, onStored: () => void) => submitLead(ports, submission, onStored),
  }
}
