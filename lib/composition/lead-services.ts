import 'server-only'
import type { Database } from '@/lib/db/open-database'
import type { DeliveryStore } from '@/lib/deliveries/delivery-store'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import type { EnvironmentId } from '@/lib/environments/environment'
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
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { type Submission, type SubmitLeadPorts, submitLead } from '@/lib/leads/submit-lead'
import type { Vault } from '@/lib/vault/vault'
import { createViews } from '@/lib/views/keep-views'
import { createViewStore } from '@/lib/views/store/create-view-store'

/** Leads as they are read, and what people do with them besides sending them. @param vault what drafts are sealed with */
export function createLeadServices(database: Database, environment: EnvironmentId, vault: Vault) {
  const { prisma } = database
  const leads: LeadReader & HistoryReader & LeadNewsReader & OwnLeadsReader = {
    list: (query) => listLeads(database, environment, query),
    suggest: (filter) => suggestSearch(prisma, filter),
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
  return {
    leads,
    /** Leads of the last 30 days that are like one that is being typed. */
    similar: createFindSimilar(database, environment),
    /** Half-filled forms, one a person; and all of them, for who looks for somebody's data. */
    drafts: createDrafts(draftStore, vault),
    liveDrafts: () => openDrafts(draftStore, vault),
    leadNotes: createLeadNotes(prisma),
    /** Whether staff may save leads as a file. */
    exportRule: createExportRule(prisma),
    views: createViews(createViewStore(prisma)),
  }
}

type Delivering = { attemptNow: SubmitLeadPorts['attemptNow']; state: DeliveryStore['state'] }

/** Takes leads in that are born in an environment, and makes their first attempt. */
export function createIntake(
  database: Database,
  environment: EnvironmentId,
  { attemptNow, state }: Delivering,
) {
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
