import 'server-only'
import type { Database } from '@/lib/db/open-database'
import type { DeliveryStore } from '@/lib/deliveries/delivery-store'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import type { HistoryReader } from '@/lib/leads/lead-history'
import type { LeadNewsReader } from '@/lib/leads/lead-news'
import type { LeadReader } from '@/lib/leads/lead-view'
import type { OwnLeadsReader } from '@/lib/leads/own-leads'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { createExportRule } from '@/lib/leads/store/create-export-rule'
import { createFindSimilar } from '@/lib/leads/store/find-similar'
import { createLeadNotes } from '@/lib/leads/store/keep-notes'
import { listLeads, recentCustomers } from '@/lib/leads/store/list-leads'
import { listOwnLeads } from '@/lib/leads/store/list-own-leads'
import { readExported } from '@/lib/leads/store/read-exported'
import { readFilterChoices } from '@/lib/leads/store/read-filter-choices'
import { readLeadHistory } from '@/lib/leads/store/read-history'
import { countLeads, readNews, readPausedCustomers } from '@/lib/leads/store/read-news'
import { readRecord } from '@/lib/leads/store/read-record'
import { recordExport } from '@/lib/leads/store/record-export'
import { createReplaceLead } from '@/lib/leads/store/replace-lead'
import { suggest } from '@/lib/leads/store/suggest-search'
import { type Submission, type SubmitLeadPorts, submitLead } from '@/lib/leads/submit-lead'
import type { Vault } from '@/lib/vault/vault'
import { createViews } from '@/lib/views/keep-views'
import { createViewStore } from '@/lib/views/store/create-view-store'

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
  const leads: LeadReader & HistoryReader & LeadNewsReader & OwnLeadsReader = {
    list: (query) => listLeads(database, environment, query),
    suggest: (filter) => suggest(prisma, filter),
    filterChoices: () => readFilterChoices(prisma),
    exported: (filter) => readExported(database, filter),
    recordExport: (filter, id, requester) => recordExport(prisma, filter, id, requester),
    recentCustomers: (actor) => recentCustomers(prisma, actor),
    history: (id, reader) => readLeadHistory(prisma, id, reader),
    news: (query) => readNews(prisma, environment, query),
    counts: () => countLeads(prisma, environment),
    pausedCustomers: () => readPausedCustomers(prisma, environment),
    setAside: (id, isAside, requester) => setAside(prisma, id, isAside, requester),
    ownLeads: (actor, query) => listOwnLeads(prisma, environment, actor, query),
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
      return { state: standing, warnings: record.warnings, reference: record.reference }
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
    leadNotes: createLeadNotes(prisma),
    /** Whether staff may save leads as a file. */
    exportRule: createExportRule(prisma),
    views: createViews(createViewStore(prisma)),
    /** Takes a lead in and makes its first attempt. */
    submitLead: (submission: Submission, onStored: () => void) => submitLead(ports, submission, onStored),
  }
}
