import type { Prepared } from '@/lib/delivery/attempt-result'
import type { IncomingLeadList } from '@/lib/delivery/look-up/incoming-lead'
import type { Lead } from '@/lib/lead/lead'
import { attemptResultOf } from './attempt-result-of'
import { exchange } from './exchange'
import { type LeadSourceList, leadSourceListOf } from './lead-source-list'
import { incomingLeadListOf } from './report/incoming-lead-list'
import { toPersonLead } from './to-person-lead'

type Account = { username: string; password: string }

export type VitecConfig = {
  /** May have a path: `http://127.0.0.1:3000/sandbox/vitec`. Credentials in it are ignored. */
  baseUrl: string
  /** Whose leads are sent with it: every customer's that has no account of its own. */
  username: string
  password: string
  /** A customer's own account; `null` where it has none, `unreadable` where it has one that cannot be used. */
  accountOf?: (vitecCustomerId: string) => Promise<Account | 'unreadable' | null>
  /** Both are templates with `{customerId}`. Without the second, lead sources cannot be listed. */
  leadPath: string
  leadSourcesPath: string | null
  /** Of the report on tips and leads. */
  reportPath: string
  /** For a whole call, connection and body included. */
  timeoutMs: number
}

export type VitecClient = {
  /**
   * The request for a lead, to be written down before it is sent. Whose account it is sent with is found out here:
   * once an attempt has begun, nothing of ours may come between. @throws what `accountOf` throws
   */
  prepare: (lead: Lead, message: string, timeoutMs?: number) => Promise<Prepared>
  /** The lead sources that Vitec knows for a customer. Never throws. */
  listLeadSources: (vitecCustomerId: string) => Promise<LeadSourceList>
  /** The leads that a customer got on the days (`YYYY-MM-DD`) of at most two months. Never throws. */
  listIncomingLeads: (vitecCustomerId: string, from: string, to: string) => Promise<IncomingLeadList>
}

const unreadableAccount = {
  errorKind: 'credentials',
  word: 'The customer’s own Vitec account cannot be read: the key that it was sealed with is missing',
} as const

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
  const authorizationOf = async (vitecCustomerId: string) => {
    const account = await config.accountOf?.(vitecCustomerId)
    return account === 'unreadable' ? null : basicAuthorization(account ?? config)
  }
  const get = async (vitecCustomerId: string, url: string, maxBytes: number) => {
    const authorization = await authorizationOf(vitecCustomerId).catch(() => null)
    if (authorization === null) return null
    return exchange({ method: 'GET', url, body: null, authorization, timeoutMs, maxBytes })
  }

  return {
    async prepare(lead, message, timeoutMs = config.timeoutMs) {
      const url = addressOf(config.baseUrl, leadPath, lead.vitecCustomerId)
      const body = JSON.stringify(toPersonLead(lead, message))
      const authorization = await authorizationOf(lead.vitecCustomerId)
      const call = { method: 'POST', url, body, timeoutMs, maxBytes: maxAnswerBytes } as const
      return {
        url,
        body,
        send: async () =>
          authorization === null
            ? { outcome: 'misconfigured', httpStatus: null, answer: null, ...unreadableAccount }
            : attemptResultOf(await exchange({ ...call, authorization }), now()),
      }
    },

    listLeadSources: async (vitecCustomerId) => {
      if (leadSourcesPath === null) return { ok: false, reason: 'No path for lead sources is configured' }
      const url = addressOf(config.baseUrl, leadSourcesPath, vitecCustomerId)
      const answer = await get(vitecCustomerId, url, maxListBytes)
      return answer ? leadSourceListOf(answer) : { ok: false, reason: unreadableAccount.word }
    },

    listIncomingLeads: async (vitecCustomerId, from, to) => {
      const query = new URLSearchParams({ customerId: vitecCustomerId, dateFrom: from, dateTo: to })
      const url = `${addressOf(config.baseUrl, reportPath, vitecCustomerId)}?${query}`
      const answer = await get(vitecCustomerId, url, maxReportBytes)
      return answer ? incomingLeadListOf(answer) : { ok: false, ...unreadableAccount }
    },
  }
}

/** RFC 7617, with UTF-8, which Vitec does not say but any other choice would break `å` for sure. */
function basicAuthorization({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

function addressOf(baseUrl: string, template: string, vitecCustomerId: string): string {
  const base = new URL(baseUrl)
  // A function, because `$` in a replacement string means something.
  const path = template.replace('{customerId}', () => encodeURIComponent(vitecCustomerId))
  return base.origin + base.pathname.replace(/\/$/, '') + path
}
