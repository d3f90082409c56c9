import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect, request, test } from 'playwright/test'
import type { Reach } from '@/lib/webhooks/receiver-address'
import { startServer } from '@/test/e2e/start-server.mjs'

/** What makes a server ask everybody who they are. */
export const closed = {
  REQUIRE_SIGN_IN: 'true',
  AUTH_SECRET: 'a secret that is known to everybody who reads this',
}

/** `reach`: where receivers of webhooks may be, other than in life. */
type Reached = { reach?: Reach }

/** A sandbox that asks everybody who they are, and has let in no one yet; `setUpLink` is for the first. */
export async function startClosedServer(settings: Record<string, string> = {}, options: Reached = {}) {
  const server = await startServer({ settings: { ...closed, ...settings }, ...options })
  return { ...server, setUpLink: () => readFileSync(join(server.dataDir, 'setup-link'), 'utf8').trim() }
}

type ClosedServer = Awaited<ReturnType<typeof startClosedServer>>

/** One closed server for all tests of the file that asks for it, which has to end in order. */
export function sharedClosedServer(): Pick<ClosedServer, 'address' | 'setUpLink'> {
  let server: ClosedServer | undefined
  test.beforeAll(async () => {
    test.setTimeout(300_000)
    server = await startClosedServer()
  })
  test.afterAll(async () => {
    expect(await server?.stop()).toBe(true)
  })
  const started = () => {
    if (!server) throw new Error('The server is there only while a test runs')
    return server
  }
  return {
    get address() {
      return started().address
    },
    setUpLink: () => started().setUpLink(),
  }
}

type Role = 'administrator' | 'staff' | 'viewer'
/** The headers by which a caller is known. */
export type Credentials = Record<string, string>
export type Key = { id: string; secret: string }

/** Everybody's who was let in here. */
export const closedPassword = 'known to everybody, too'

export type ClosedService = Awaited<ReturnType<typeof startClosedService>>

/** A sandbox that asks everybody who they are, with an administrator who has just begun. */
export async function startClosedService(settings: Record<string, string> = {}, options: Reached = {}) {
  const server = await startClosedServer(settings, options)
  const { address } = server
  const administrator = await enter(address, server.setUpLink(), 'administrator@example.com')
  const callers: APIRequestContext[] = []

  /** Does something as the administrator, and resolves to the answer. */
  async function order(path: string, body: object) {
    const answer = await post(address, path, body, administrator)
    expect(answer.ok, path).toBe(true)
    return answer.json()
  }
  return {
    address,
    administrator,
    order,
    /** Has a person take an invitation. */
    async invite(role: Role, email = `${role}-${crypto.randomUUID()}@example.com`): Promise<Credentials> {
      const { link } = await order('/api/staff/invitations', { email, role })
      return enter(address, link, null)
    },
    /** A new key; its `customers` are Vitec's ids, `null` is every customer. */
    async makeKey(wishes: { customers: string[] | null; perMinute?: number }): Promise<Key> {
      const key = { name: `Key ${crypto.randomUUID()}`, perMinute: 6_000, expiresInDays: null, ...wishes }
      const { apiKey, secret } = await order('/api/staff/api-keys', key)
      return { id: apiKey.id, secret }
    },
    /** A caller with a key. */
    async callerWith(secret: string): Promise<APIRequestContext> {
      const caller = await request.newContext({ baseURL: address, extraHTTPHeaders: bearer(secret) })
      callers.push(caller)
      return caller
    },
    /** Whether it ended in order. */
    async stop(): Promise<boolean> {
      await Promise.all(callers.map((caller) => caller.dispose()))
      return server.stop()
    },
  }
}

export const bearer = (secret: string): Credentials => ({ Authorization: `Bearer ${secret}` })

/** Takes an invitation's link, and resolves to what the person is known by from then on. */
export async function enter(address: string, link: string, email: string | null): Promise<Credentials> {
  const acceptance = { token: link.split('#')[1], name: 'Example', email, password: closedPassword }
  const answer = await post(address, '/api/auth/invitation/accept', acceptance)
  expect(answer.status).toBe(200)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { Cookie: cookies.join('; ') }
}

function post(address: string, path: string, body: object, credentials: Credentials = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...credentials }
  return fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
}
