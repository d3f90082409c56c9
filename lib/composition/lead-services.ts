import 'server-only'
import type { Database } from '@/lib/db/open-database'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { HistoryReader } from '@/lib/leads/lead-history'
import type { LeadNewsReader } from '@/lib/leads/lead-news'
import type { LeadReader } from '@/lib/leads/lead-view'
import type { OwnLeadsReader } from '@/lib/leads/own-leads'
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
import { suggest } from '@/lib/leads/store/suggest-search'
import type { Vault } from '@/lib/vault/vault'
import { createViews } from '@/lib/views/keep-views'
import { createViewStore } from '@/lib/views/store/create-view-store'

/** Leads as they are read, and what people do with them besides sending them. @param vault what drafts are sealed with */
export function createLeadServices(database: Database, environment: EnvironmentId, vault: Vault) {
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
