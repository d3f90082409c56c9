import { expect } from 'playwright/test'
import { startServer } from '../../scripts/e2e/start-server.mjs'

type Role = 'administrator' | 'staff' | 'viewer'
/** The headers by which a caller is known. */
export type Credentials = Record<string, string>

const closed = { REQUIRE_SIGN_IN: 'true', AUTH_SECRET: 'only-for-journeys-only-for-journeys' }
const password = 'only for journeys'

/** A service of one's own that asks who its callers are, with an administrator who has just begun. */
export async function startClosedService(settings: Record<string, string> = {}) {
  const server = await startServer({ settings: { ...closed, ...settings } })
  const { address } = server
  const token = /\/setup#(\S+)/.exec(server.said())?.[1]
  const administrator = await enter(address, token, 'administrator@example.com')

  /** Asks for something as the administrator, and resolves to the answer. */
  async function order(path: string, body: object) {
    const answer = await post(address, path, body, administrator)
    expect(answer.status, path).toBe(201)
    return answer.json()
  }
  return {
    server,
    address,
    administrator,
    /** Has somebody take an invitation. */
    async invite(role: Role): Promise<Credentials> {
      const email = `${role}-${crypto.randomUUID()}@example.com`
      const { link } = await order('/api/staff/invitations', { email, role })
      return enter(address, link.split('#')[1], null)
    },
    /** A new key; `customers` are Vitec's ids, `null` is every customer. */
    async makeKey(customers: string[] | null): Promise<Credentials> {
      const key = { name: `Key ${crypto.randomUUID()}`, customers, perMinute: 6_000, expiresInDays: null }
      const { secret } = await order('/api/staff/api-keys', key)
      return { Authorization: `Bearer ${secret}` }
    },
  }
}

async function enter(address: string, token: string | undefined, email: string | null): Promise<Credentials> {
  const answer = await post(address, '/api/auth/invitation/accept', {
    token,
    name: 'Example',
    email,
    password,
  })
  expect(answer.status).toBe(200)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { Cookie: cookies.join('; ') }
}

function post(address: string, path: string, body: object, credentials: Credentials = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...credentials }
  return fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
}
