import { basicAuthorization } from '../credentials/credential-forms'
import type { Answer, Exchange, Fault, HttpCall } from '../exchange'
import type { VitecConfig } from '../vitec-client'
import { createPersonLead } from './create-person-lead'
import { reportTipsAndLeads } from './report-tips-and-leads'
import { sandboxPassword, sandboxUsername } from './require-credentials'
import type { SandboxStore } from './sandbox-store'

/** No name that a network knows (RFC 2606): what is sent there stays in this process. */
const address = 'http://stand-in.invalid'
const paths = {
  leadPath: '/Advertising/Lead/{customerId}/Person',
  reportPath: '/BusinessIntelligence/TipsAndLeads/Report',
}

/** What the stand-in keeps, and finds again for its report. */
type Memory = Pick<SandboxStore, 'add' | 'receivedBy'>

/**
 * Where leads of test keys go: the stand-in as it answers over HTTP, without a port that anybody else could reach. The same
 * client calls it, so that a lead takes the same path as to Vitec.
 */
export function inProcessVitec(store: Memory, timeoutMs: number): VitecConfig {
  return {
    baseUrl: address,
    username: sandboxUsername,
    password: sandboxPassword,
    ...paths,
    leadSourcesPath: null,
    timeoutMs,
    exchange: (call) => exchangeWithin(call, store),
  }
}

/** As {@link Exchange} over HTTP: a connection that the stand-in drops is a fault, and so is one that takes too long. */
async function exchangeWithin(call: HttpCall, store: Memory): Promise<Answer | Fault> {
  if (call.lease && !call.lease.holds()) return fault('LEASE', false)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), call.timeoutMs)
  const timeIsUp = new Promise<'TIMEOUT'>((resolve) =>
    patience.signal.addEventListener('abort', () => resolve('TIMEOUT'), { once: true }),
  )
  try {
    const answer = await Promise.race([answerTo(requestOf(call, patience.signal), store), timeIsUp])
    return answer === 'TIMEOUT' ? fault(answer, true) : answer
  } finally {
    clearTimeout(timer)
  }
}

const fault = (code: string, connected: boolean): Fault => ({
  kind: 'fault',
  connected,
  secure: false,
  code,
})

const requestOf = ({ method, url, account, body }: HttpCall, signal: AbortSignal) =>
  new Request(url, {
    method,
    body,
    signal,
    headers: {
      authorization: basicAuthorization(account),
      ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
    },
  })

async function answerTo(request: Request, store: Memory): Promise<Answer | Fault> {
  try {
    const response = await respond(request, store)
    const body = await response.text()
    return {
      kind: 'answer',
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: response.headers.get('retry-after'),
      location: response.headers.get('location'),
      body,
      end: 'complete',
    }
  } catch {
    return fault('ECONNRESET', true)
  }
}

async function respond(request: Request, store: Memory): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname.endsWith(paths.reportPath)) return reportTipsAndLeads(request, { store })
  const [, customerId] = /\/Lead\/([^/]+)\/Person$/.exec(pathname) ?? []
  if (customerId === undefined) return new Response(null, { status: 404 })
  return createPersonLead(request, decodeURIComponent(customerId), { store })
}
