import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { setIdentify } from '@/lib/api/caller'
import type { Identity } from '@/lib/auth/permissions'
import { log } from '@/lib/log'

const app = import.meta.dirname
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const

/** Who is asked for at each address; every other address fails the tests below. */
const administrator = 'administrator'
const staff = 'staff'
const viewer = 'viewer'
const key = 'key'
const callers: Record<string, Identity | null> = {
  nobody: null,
  key: { kind: 'key', id: 'k', mode: 'live', customers: null, perMinute: 60 },
  viewer: { kind: 'person', id: 'v', role: 'viewer' },
  staff: { kind: 'person', id: 's', role: 'staff' },
  administrator: { kind: 'person', id: 'a', role: 'administrator' },
}
const everybody = Object.keys(callers)
const people = [viewer, staff, administrator]
const actors = [staff, administrator]

/** Who gets past the guard, by method and address. An address is added with the callers it is for. */
const table: Record<string, string[]> = {
  'GET /api/[...path]': everybody,
  'POST /api/[...path]': everybody,
  'PUT /api/[...path]': everybody,
  'PATCH /api/[...path]': everybody,
  'DELETE /api/[...path]': everybody,
  'GET /api/health/live': everybody,
  'GET /api/health/ready': everybody,
  // Prometheus has a token of its own.
  'GET /api/metrics': everybody,
  'GET /api/openapi.json': everybody,
  'POST /api/lead': [key, ...actors],
  'GET /api/lead/[id]': [key, ...actors],
  'GET /api/leads': [key, ...actors],
  'GET /api/lead-sources': [key, ...actors],
  'GET /api/me': [key],
  'GET /api/staff/alerts': [administrator],
  'POST /api/staff/alerts/test': [administrator],
  'POST /api/staff/audit/search': [administrator],
  'POST /api/auth/invitation': everybody,
  'POST /api/auth/invitation/accept': everybody,
  'POST /api/auth/second-step': everybody,
  'POST /api/auth/sign-in': everybody,
  'POST /api/auth/sign-out': everybody,
  'POST /api/staff/account/password': people,
  'PATCH /api/staff/account/shortcuts': people,
  'POST /api/staff/account/second-factor': people,
  'POST /api/staff/account/second-factor/confirm': people,
  'POST /api/staff/account/second-factor/remove': people,
  'POST /api/staff/account/sign-out-everywhere': people,
  'POST /api/staff/invitations': [administrator],
  'POST /api/staff/invitations/[invitationId]/withdraw': [administrator],
  'GET /api/staff/people': [administrator],
  'PATCH /api/staff/people/[personId]': [administrator],
  'DELETE /api/staff/people/[personId]': [administrator],
  'POST /api/staff/people/[personId]/reset': [administrator],
  'GET /api/webhook': [key, ...actors],
  'PUT /api/webhook': [key, ...actors],
  'DELETE /api/webhook': [key, ...actors],
  'POST /api/webhook/rotate': [key, ...actors],
  'POST /api/webhook/test': [key, ...actors],
  'GET /api/webhook/events': [key, ...actors],
  'POST /api/webhook/events/[id]/resend': [key, ...actors],
  'GET /api/staff/webhooks': [administrator],
  'GET /api/staff/webhooks/[senderId]': [administrator],
  'PUT /api/staff/webhooks/[senderId]': [administrator],
  'DELETE /api/staff/webhooks/[senderId]': [administrator],
  'POST /api/staff/webhooks/[senderId]/rotate': [administrator],
  'POST /api/staff/webhooks/[senderId]/test': [administrator],
  'POST /api/staff/webhooks/[senderId]/switch-off': [administrator],
  'GET /api/staff/webhooks/[senderId]/events': [administrator],
  'POST /api/staff/webhooks/[senderId]/events/[eventId]/resend': [administrator],
  'POST /sandbox/webhooks/receive': everybody,
  'GET /api/staff/api-keys': [administrator],
  'POST /api/staff/api-keys': [administrator],
  'PATCH /api/staff/api-keys/[apiKeyId]': [administrator],
  'POST /api/staff/api-keys/[apiKeyId]/revoke': [administrator],
  'POST /api/staff/api-keys/[apiKeyId]/rotate': [administrator],
  'GET /api/staff/bulk-sends': people,
  'POST /api/staff/bulk-sends': actors,
  'POST /api/staff/bulk-sends/count': people,
  'GET /api/staff/bulk-sends/[bulkSendId]': people,
  'POST /api/staff/bulk-sends/[bulkSendId]/cancel': actors,
  'GET /api/staff/customers': people,
  'GET /api/staff/customers/paused': people,
  'POST /api/staff/customers': [administrator],
  'POST /api/staff/customers/search': people,
  'GET /api/staff/customers/[customerId]': people,
  'PATCH /api/staff/customers/[customerId]': [administrator],
  'POST /api/staff/customers/[customerId]/lead-sources': [administrator],
  'POST /api/staff/customers/[customerId]/refresh': actors,
  'POST /api/staff/customers/[customerId]/vitec-account': [administrator],
  'DELETE /api/staff/customers/[customerId]/vitec-account': [administrator],
  'POST /api/staff/customers/[customerId]/resume': actors,
  'PATCH /api/staff/lead-sources/[leadSourceId]': [administrator],
  'GET /api/staff/posting-packs/[leadSourceId]': people,
  'POST /api/staff/posting-packs/[leadSourceId]': [administrator],
  'page /customers/[customerId]/lead-sources/[leadSourceId]/posting-pack': people,
  'GET /api/staff/draft': actors,
  'PUT /api/staff/draft': actors,
  'PUT /api/staff/draft/[leadKey]': actors,
  'DELETE /api/staff/draft/[leadKey]': actors,
  'POST /api/staff/leads': actors,
  'GET /api/staff/leads/[leadId]': people,
  'POST /api/staff/leads/[leadId]/cancel': actors,
  'GET /api/staff/leads/[leadId]/history': people,
  'POST /api/staff/leads/[leadId]/look-up': actors,
  'POST /api/staff/leads/[leadId]/notes': actors,
  'DELETE /api/staff/leads/[leadId]/notes/[noteId]': actors,
  'POST /api/staff/leads/[leadId]/send-again': actors,
  'POST /api/staff/leads/[leadId]/settle': actors,
  'POST /api/staff/leads/[leadId]/unsettle': actors,
  'POST /api/staff/leads/[leadId]/set-aside': actors,
  'POST /api/staff/leads/[leadId]/put-back': actors,
  'GET /api/staff/leads/counts': people,
  'POST /api/staff/leads/news': people,
  // Staff where an administrator lets them (lib/leads/export-rule.ts).
  'POST /api/staff/leads/export': actors,
  'PATCH /api/staff/leads/export/rule': [administrator],
  'GET /api/staff/leads/filter-choices': people,
  'POST /api/staff/leads/search': people,
  'POST /api/staff/leads/similar': actors,
  'POST /api/staff/leads/suggestion': people,
  'POST /api/staff/privacy/erasures': [administrator],
  'POST /api/staff/privacy/export': [administrator],
  'POST /api/staff/privacy/retention/[runId]/confirm': [administrator],
  'POST /api/staff/privacy/retention/accept-clock': [administrator],
  'POST /api/staff/privacy/search': [administrator],
  'GET /api/staff/sending': people,
  'POST /api/staff/sending/count': [administrator],
  'POST /api/staff/sending/hold': [administrator],
  'POST /api/staff/sending/lift': [administrator],
  'GET /api/staff/sending/overview': [administrator],
  'POST /api/staff/sending/search': [administrator],
  'POST /api/staff/sending/step': [administrator],
  'GET /api/staff/system': [administrator],
  'GET /api/staff/views': people,
  'POST /api/staff/views': people,
  'PATCH /api/staff/views/[viewId]': people,
  'DELETE /api/staff/views/[viewId]': people,
  'POST /api/staff/views/links': people,
  'POST /api/staff/views/start': people,
  'GET /api/staff/vitec-state': people,
  'GET /sandbox/inbox.json': people,
  // The stand-in has a password of its own, as Vitec has.
  'POST /sandbox/vitec/Advertising/Lead/[customerId]/Person': everybody,
  'GET /sandbox/vitec/BusinessIntelligence/TipsAndLeads/Report': everybody,
  'GET /sandbox/vitec/LeadSources/[customerId]': everybody,
  'page /': people,
  'page /customers': people,
  'page /customers/[customerId]': people,
  'page /leads': people,
  'page /leads/[leadId]': people,
  'page /leads/new': actors,
  'page /leads/to-do': people,
  'page /sandbox/inbox': people,
  'page /sandbox/webhooks': people,
  'page /settings': people,
  'page /settings/account': people,
  'page /settings/people': [administrator],
  'page /invitation': everybody,
  'page /docs': everybody,
  'page /setup': everybody,
  'page /settings/alerts': [administrator],
  'page /settings/api-keys': [administrator],
  'page /settings/webhooks': [administrator],
  'page /settings/webhooks/[senderId]': [administrator],
  'page /settings/audit': [administrator],
  'page /settings/privacy': [administrator],
  'page /settings/privacy/[erasureId]': [administrator],
  'page /settings/sending': [administrator],
  'page /settings/system': [administrator],
  'page /sign-in': everybody,
}

class Turned extends Error {
  constructor(readonly to: string) {
    super(to)
  }
}
vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }))
vi.mock('next/navigation', async (actual) => ({
  ...(await actual<object>()),
  redirect: (to: string) => {
    throw new Turned(to)
  },
  forbidden: () => {
    throw new Turned('forbidden')
  },
  notFound: () => {
    throw new Turned('not found')
  },
}))
// Whatever is done after the guard fails: there is no database here, and none is needed to know who got past.
vi.mock('@/lib/composition/services', () => {
  const pastTheGuard = () => {
    throw new Error('past the guard')
  }
  return { server: pastTheGuard, people: pastTheGuard }
})

/** What became of a caller at an address: past the guard, told to say who they are, or refused. */
type Outcome = 'in' | 'say who you are' | 'refused' | 'no such method'
type Entry = { name: string; enter: () => Promise<Outcome> }

/** An address as the folders of a file say it. */
const address = (file: string) =>
  `/${relative(app, file)
    .split('/')
    .slice(0, -1)
    .filter((folder) => !folder.startsWith('('))
    .join('/')}`

async function entries(): Promise<Entry[]> {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) => join(app, file))
  const routes = files.filter((file) => /\/route\.tsx?$/.test(file))
  const pages = files.filter((file) => /\/(page|default)\.tsx?$/.test(file))
  const found = await Promise.all([...routes.map(routeEntries), ...pages.map(pageEntry)])
  return found.flat()
}

/** What a browser says that was told to by a page of another site. */
let sent: Record<string, string> = {}

async function routeEntries(file: string): Promise<Entry[]> {
  const handlers: Record<string, unknown> = await import(file)
  return methods.flatMap((method) => {
    const handler = handlers[method]
    if (typeof handler !== 'function') return []
    const enter = async () => {
      const request = new Request(`http://localhost${address(file)}`, { method, headers: sent })
      const answer = await attempt(() => handler(request, { params: Promise.resolve({}) }))
      return (answer instanceof Response && outcomes[answer.status]) || 'in'
    }
    return [{ name: `${method} ${address(file)}`, enter }]
  })
}

const outcomes: Record<number, Outcome> = { 401: 'say who you are', 403: 'refused', 405: 'no such method' }

async function pageEntry(file: string): Promise<Entry> {
  const { default: page }: { default: (props: object) => unknown } = await import(file)
  const enter = async () => {
    const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) }
    const shown = await attempt(() => page(props))
    if (!(shown instanceof Turned)) return 'in'
    if (shown.to === '/sign-in') return 'say who you are'
    return shown.to === 'forbidden' ? 'refused' : 'in'
  }
  return { name: `page ${address(file)}`, enter }
}

/** What it returns, or throws: both tell how far the caller got. */
async function attempt(work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    return error
  }
}

/** How this caller fares at each address. */
async function walk(caller: string, all: Entry[]): Promise<Record<string, Outcome>> {
  setIdentify(async () => callers[caller] ?? null)
  const outcomes: Record<string, Outcome> = {}
  for (const { name, enter } of all) outcomes[name] = await enter()
  return Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'no such method'))
}

// What is done after the guard fails, and would be said of every address.
const silent = vi.spyOn(log, 'error').mockReturnValue(undefined)
afterAll(() => silent.mockRestore())

const all = await entries()
afterAll(() => setIdentify(undefined))
afterEach(() => {
  sent = {}
})

describe('the guard at every route and page under app/', () => {
  it('is there for each: an address that is not in the table above fails here, and so does one that is gone', async () => {
    expect(Object.keys(await walk('administrator', all)).sort()).toEqual(Object.keys(table).sort())
  })

  it.each(everybody)('lets %s in where the table says so, and nowhere else', async (caller) => {
    const otherwise = caller === 'nobody' ? 'say who you are' : 'refused'
    const expected = Object.entries(table).map(([name, allowed]) => [
      name,
      allowed.includes(caller) ? 'in' : otherwise,
    ])
    expect(await walk(caller, all)).toEqual(Object.fromEntries(expected))
  })

  // The stand-in asks for a password in every request, which no browser sends along by itself.
  it('refuses an administrator every change that a page of another site asks for', async () => {
    sent = { 'sec-fetch-site': 'cross-site' }
    const harmless = /^(GET|page) |\/sandbox\/vitec\//
    const changes = Object.entries(await walk('administrator', all)).filter(([name]) => !harmless.test(name))
    expect(changes.filter(([, outcome]) => outcome !== 'refused')).toEqual([])
    expect(changes.length).toBeGreaterThan(10)
  })

  it('answers every method at every address of ours, and tells by OPTIONS which work', async () => {
    for (const file of ownRoutes()) {
      const handlers: Record<string, unknown> = await import(file)
      const ask = async (method: string) => {
        const handler = handlers[method]
        if (typeof handler !== 'function') return null
        const answer = await handler(new Request('http://localhost/', { method }), {
          params: Promise.resolve({}),
        })
        return answer instanceof Response ? answer : null
      }
      const works: string[] = []
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await ask(method)
        expect(answer, `${method} ${address(file)}`).not.toBeNull()
        if (answer?.status !== 405) works.push(method)
        else expect(await answer.json(), address(file)).toMatchObject({ status: 'ERROR' })
      }
      const told = (await ask('OPTIONS'))?.headers.get('Allow')?.split(', ') ?? []
      expect(
        told.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').sort(),
        address(file),
      ).toEqual(works.sort())
    }
  })
})

/** Not the stand-in's, which answers as Vitec does, nor the one for what is nowhere. */
function ownRoutes(): string[] {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) => join(app, file))
  return files.filter(
    (file) => /\/route\.tsx?$/.test(file) && !/\/sandbox\/vitec\/|\[\.\.\.path\]/.test(file),
  )
}
