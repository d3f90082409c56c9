import 'server-only'
import type { Database } from '@/lib/db/open-database'
import type { DeliveryStore } from '@/lib/deliveries/delivery-store'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import type { LeadReader } from '@/lib/leads/lead-view'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { createFindSimilar } from '@/lib/leads/store/find-similar'
import { listLeads, recentCustomers } from '@/lib/leads/store/list-leads'
import { readRecord } from '@/lib/leads/store/read-record'
import { recordExport } from '@/lib/leads/store/record-export'
import { createReplaceLead } from '@/lib/leads/store/replace-lead'
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { type Submission, type SubmitLeadPorts, submitLead } from '@/lib/leads/submit-lead'
import type { Vault } from '@/lib/vault/vault'

type Delivering = {
  environment: string
  attemptNow: SubmitLeadPorts['attemptNow']
  state: DeliveryStore['state']
  /** What drafts are sealed with. */
  vault: Vault
}

/** Leads as they are read, and as they are taken in. */
export function createLeadServices(
  database: Database,
  { environment, attemptNow, state, vault }: Delivering,
) {
  const { prisma } = database
  const leads: LeadReader = {
    list: (query) => listLeads(prisma, environment, query),
    suggest: (filter) => suggestSearch(prisma, filter),
    recordExport: (filter, id, requester) => recordExport(prisma, filter, id, requester),
    recentCustomers: (actor) => recentCustomers(prisma, actor),
    record: (id, sentBy) => readRecord(prisma, environment, id, sentBy),
  }
  const draftStore = createDraftStore(database)
  const similar = createFindSimilar(database, environment)
  const ports: SubmitLeadPorts = {
    keys: createIdempotencyStore(database, environment),
    add: createAddLead(database, environment),
    replace: createReplaceLead(database, environment),
    similar,
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
    /** Leads of the last 30 days that are like one that is being typed. */
    similar,
    /** Half-filled forms, one a person; and all of them, for who looks for somebody's data. */
    drafts: createDrafts(draftStore, vault),
    liveDrafts: () => openDrafts(draftStore, vault),
    /** Takes a lead in and makes its first attempt. */
    submitLead: (submission: Submission, onStored: () => void) => submitLead(ports, submission, onStored),
  }
}
