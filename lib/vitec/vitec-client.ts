import type { Prepared } from '@/lib/deliveries/attempt-result'
import type { IncomingLeadList } from '@/lib/deliveries/look-up/look-up-store'
import { ownWord } from '@/lib/deliveries/own-word'
import type { Lead } from '@/lib/leads/lead'
import { attemptResultOf } from './attempt-result-of'
import type { Account } from './credentials/credential-forms'
import { type Exchange, exchange as exchangeOverHttp } from './exchange'
import { KnownAddresses } from './known-addresses'
import { type LeadSourceList, leadSourceListOf } from './lead-source-list'
import type { PersonLead } from './person-lead'
import { incomingLeadListOf } from './report/incoming-lead-list'

/** A customer's own; `null` where it has none, `unreadable` where it has one that cannot be used. */
type OwnAccount = Account | 'unreadable' | null

export type VitecConfig = {
  /** May have a path: `http://127.0.0.1:3000/sandbox/vitec`. Credentials in it are ignored. */
  baseUrl: string
  /** Whose leads are sent with it: every customer's that has no account of its own. */
  username: string
  password: string
  accountOf?: (vitecCustomerId: string) => Promise<OwnAccount>
  /** Both are templates with `{customerId}`. Without the second, lead sources cannot be listed. */
  leadPath: string
  leadSourcesPath: string | null
  /** Of the report on tips and leads. */
  reportPath: string
  /** For a whole call, connection and body included. */
  timeoutMs: number
  /** How calls are made; absent: over HTTP. */
  exchange?: Exchange
}

export type VitecClient = {
  /**
   * The request for a lead, to be written down before it is sent. Whose account it is sent with is found out here, unless
   * `own` says it, which is what `accountOf` would; and where its host is: once an attempt has begun, nothing of ours may
   * come between.
   * @throws what `accountOf` throws
   */
  prepare: (lead: Lead, message: string, own?: OwnAccount) => Promise<Prepared>
  /** The lead sources that Vitec knows for a customer. Never throws. */
  listLeadSources: (vitecCustomerId: string) => Promise<LeadSourceList>
  /** The leads that a customer got on the days (`YYYY-MM-DD`) of at most two months. Never throws. */
  listIncomingLeads: (vitecCustomerId: string, from: string, to: string) => Promise<IncomingLeadList>
}

const unreadableAccount = {
  errorKind: 'unreadable_account',
  word: ownWord('account_unreadable'),
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
  const { leadPath, leadSourcesPath, reportPath, timeoutMs, exchange = exchangeOverHttp } = config
  const addresses = new KnownAddresses()
  const usable = (own: OwnAccount | undefined) => (own === 'unreadable' ? null : (own ?? config))
  const accountOf = async (vitecCustomerId: string) => usable(await config.accountOf?.(vitecCustomerId))
  const get = async (vitecCustomerId: string, url: string, maxBytes: number) => {
    const account = await accountOf(vitecCustomerId).catch(() => null)
    return account && exchange({ method: 'GET', url, body: null, account, timeoutMs, maxBytes, addresses })
  }

  return {
    async prepare(lead, message, own) {
      const url = addressOf(config.baseUrl, leadPath, lead.vitecCustomerId)
      const body = JSON.stringify(toPersonLead(lead, message))
      const account = own === undefined ? await accountOf(lead.vitecCustomerId) : usable(own)
      const call = { method: 'POST', url, body, timeoutMs, maxBytes: maxAnswerBytes, addresses } as const
      if (!config.exchange) await addresses.know(new URL(url).hostname)
      return {
        url,
        body,
        send: async (lease) =>
          account === null
            ? { outcome: 'misconfigured', httpStatus: null, answer: null, ...unreadableAccount }
            : attemptResultOf(await exchange({ ...call, account, ...(lease && { lease }) }), now()),
      }
    },

    listLeadSources: async (vitecCustomerId) => {
      if (leadSourcesPath === null) return { ok: false, reason: ownWord('no_list_path') }
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

function addressOf(baseUrl: string, template: string, vitecCustomerId: string): string {
  const base = new URL(baseUrl)
  // A function, because `$` in a replacement string means something.
  const path = template.replace('{customerId}', () => encodeURIComponent(vitecCustomerId))
  return base.origin + base.pathname.replace(/\/$/, '') + path
}

/**
 * A lead in Vitec's names. What is not given is left out: Vitec does not say how it takes an empty string.
 * Valuation and property have no fields of their own in Vitec; they are in `message`.
 */
export function toPersonLead(lead: Lead, message: string): PersonLead {
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    message,
    typeId: lead.vitecSourceId,
    telephone: { cell: lead.phone },
    email: { emailAddress: lead.email },
    address: {
      streetAddress: lead.address,
      ...(lead.zipCode !== null && { zipCode: lead.zipCode }),
      ...(lead.city !== null && { city: lead.city }),
    },
  }
}
