import type { AttemptResult, PreparedRequest } from '@/lib/delivery/attempt-result'
import type { IncomingLeadList } from '@/lib/delivery/look-up/incoming-lead'
import type { Lead } from '@/lib/lead/lead'
import { attemptResultOf } from './attempt-result-of'
import { exchange } from './exchange'
import { type LeadSourceList, leadSourceListOf } from './lead-source-list'
import { incomingLeadListOf } from './report/incoming-lead-list'
import { toPersonLead } from './to-person-lead'

export type VitecConfig = {
  /** May have a path: `http://127.0.0.1:3000/sandbox/vitec`. Credentials in it are ignored. */
  baseUrl: string
  username: string
  password: string
  /** Both are templates with `{customerId}`. Without the second, lead sources cannot be listed. */
  leadPath: string
  leadSourcesPath: string | null
  /** Of the report on tips and leads. */
  reportPath: string
  /** For a whole call, connection and body included. */
  timeoutMs: number
}

export type VitecClient = {
  /** The request for a lead, to be written down before it is sent. */
  prepare: (lead: Lead, message: string) => PreparedRequest
  /** Makes one attempt. Never throws: every outcome is a result. */
  send: (request: PreparedRequest, timeoutMs?: number) => Promise<AttemptResult>
  /** The lead sources that Vitec knows for a customer. Never throws. */
  listLeadSources: (vitecCustomerId: string) => Promise<LeadSourceList>
  /** The leads that a customer got on the days (`YYYY-MM-DD`) of at most two months. Never throws. */
  listIncomingLeads: (vitecCustomerId: string, from: string, to: string) => Promise<IncomingLeadList>
}

const maxAnswerBytes = 64 * 1024
const maxListBytes = 1024 * 1024
/** Of some days of a large customer: thousands of leads. */
const maxReportBytes = 8 * 1024 * 1024

/**
 * A client for Vitec Connect, or for the stand-in. Credentials go into the Authorization header and nowhere else.
 * `now` is for a Retry-After that names a time.
 */
export function createVitecClient(config: VitecConfig, now = () => new Date()): VitecClient {
  const { leadPath, leadSourcesPath, reportPath, timeoutMs } = config
  const authorization = basicAuthorization(config.username, config.password)
  const get = (url: string, maxBytes: number) =>
    exchange({ method: 'GET', url, body: null, authorization, timeoutMs, maxBytes })

  return {
    prepare: (lead, message) => ({
      url: addressOf(config.baseUrl, leadPath, lead.vitecCustomerId),
      body: JSON.stringify(toPersonLead(lead, message)),
    }),

    send: async ({ url, body }, timeoutMs = config.timeoutMs) => {
      const call = { method: 'POST', url, body, authorization, timeoutMs, maxBytes: maxAnswerBytes } as const
      return attemptResultOf(await exchange(call), now())
    },

    listLeadSources: async (vitecCustomerId) => {
      if (leadSourcesPath === null) return { ok: false, reason: 'No path for lead sources is configured' }
      const url = addressOf(config.baseUrl, leadSourcesPath, vitecCustomerId)
      return leadSourceListOf(await get(url, maxListBytes))
    },

    listIncomingLeads: async (vitecCustomerId, from, to) => {
      const query = new URLSearchParams({ customerId: vitecCustomerId, dateFrom: from, dateTo: to })
      const url = `${addressOf(config.baseUrl, reportPath, vitecCustomerId)}?${query}`
      return incomingLeadListOf(await get(url, maxReportBytes))
    },
  }
}

/** RFC 7617, with UTF-8, which Vitec does not say but any other choice would break `å` for sure. */
function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

function addressOf(baseUrl: string, template: string, vitecCustomerId: string): string {
  const base = new URL(baseUrl)
  // A function, because `$` in a replacement string means something.
  const path = template.replace('{customerId}', () => encodeURIComponent(vitecCustomerId))
  return base.origin + base.pathname.replace(/\/$/, '') + path
}
