import { expect, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/lib/auth/testing/app-code'
import { type ClosedService, closedPassword, startClosedService } from '../actions/closed-server'

const email = 'administrator@example.com'
const wrong = { email, password: 'a guess of somebody else' }
const right = { email, password: closedPassword }

test.describe.configure({ mode: 'serial' })

let service: ClosedService
test.beforeAll(async () => {
  test.setTimeout(300_000)
  service = await startClosedService({ TRUSTED_PROXIES: '127.0.0.1' })
})
test.afterAll(async () => expect(await service.stop()).toBe(true))

/** A browser at an address, as the proxy in front tells it; `cookies` are what it keeps. */
function browserAt(from: string, cookies: Record<string, string> = {}) {
  return {
    cookies,
    async post(path: string, body: object): Promise<Response> {
      const Cookie = Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; ')
      const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': from, Cookie }
      const method = 'POST'
      const answer = await fetch(service.address + path, { method, headers, body: JSON.stringify(body) })
      for (const cookie of answer.headers.getSetCookie()) {
        const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=')
        cookies[name] = value.join('=')
      }
      return answer
    },
  }
}
type Browser = ReturnType<typeof browserAt>

const signIn = (browser: Browser, given: object) => browser.post('/api/auth/sign-in', given)

/** Ten, and what comes back while they are tried. */
const ten = { least: 10, most: 13 }

/** Tries until the limit stands in the way, which is after ten. */
async function useUp(attempt: () => Promise<Response>): Promise<void> {
  let tries = 0
  while (tries <= ten.most && (await attempt()).status !== 429) tries++
  expect(tries).toBeGreaterThanOrEqual(ten.least)
  expect(tries).toBeLessThanOrEqual(ten.most)
}

const account = '/api/staff/account'

test('wrong passwords of somebody elsewhere shut nobody out: neither who has signed in before, nor who comes anew', async () => {
  const known = browserAt('192.0.2.10')
  expect((await signIn(known, right)).status).toBe(200)
  const stranger = browserAt('198.51.100.66')
  await useUp(() => signIn(stranger, wrong))
  expect((await signIn(stranger, right)).status, 'it is closed to the stranger').toBe(429)
  expect((await signIn(browserAt('203.0.113.7'), right)).status).toBe(200)
  expect((await signIn(known, right)).status).toBe(200)
  const travelling = browserAt('198.51.100.66', known.cookies)
  expect((await signIn(travelling, right)).status, 'also from where the stranger is').toBe(200)
})

test('a known browser has ten tries of its own, which are no other account’s', async () => {
  const known = browserAt('192.0.2.11')
  await signIn(known, right)
  await useUp(() => signIn(known, wrong))
  await useUp(() => signIn(known, { ...wrong, email: 'nobody@example.com' }))
  expect((await signIn(browserAt('192.0.2.11'), right)).status, 'who uses none of it up').toBe(200)
})

test('a browser is known from the first day, and stays so when its person changes what they sign in with', {
  tag: '@all',
}, async () => {
  const { Cookie = '' } = await service.invite('staff')
  const pairs = Cookie.split('; ').map((pair) => pair.split('='))
  const bo = browserAt(
    '192.0.2.13',
    Object.fromEntries(pairs.map(([name, ...value]) => [name, value.join('=')])),
  )
  const password = 'nobody will know it'
  const done = async (path: string, body: object) => {
    const answer = await bo.post(account + path, body)
    expect(answer.status, path).toBe(200)
    return answer.json()
  }
  const countedBy = async () => {
    const answer = await bo.post(`${account}/password`, { current: 'a guess', next: password })
    return answer.headers.get('RateLimit')
  }
  const itsOwn = expect.stringMatching(/^"password-device";r=\d+;t=\d+, "password-device-day"/)
  expect(await countedBy()).toEqual(itsOwn)
  await done('/password', { current: closedPassword, next: password })
  expect(await countedBy(), 'with another password').toEqual(itsOwn)
  const { uri } = await done('/second-factor', { password })
  await done('/second-factor/confirm', { code: appCode(uri) })
  expect(await countedBy(), 'with a second factor').toEqual(itsOwn)
  await done('/second-factor/remove', { password, code: nextAppCode(uri), kind: 'app' })
  expect(await countedBy(), 'without it').toEqual(itsOwn)
})

test('a second factor’s codes, and the password asked for again, have tries of the same kinds', {
  tag: '@all',
}, async () => {
  test.setTimeout(120_000)
  const anna = browserAt('192.0.2.12')
  await signIn(anna, right)
  const begun = await anna.post(`${account}/second-factor`, { password: closedPassword })
  const { uri, backupCodes } = await begun.json()
  await anna.post(`${account}/second-factor/confirm`, { code: appCode(uri) })

  const stranger = browserAt('198.51.100.77')
  let tried = 0
  const guessCode = async () => {
    if (tried++ % 4 === 0) expect((await signIn(stranger, right)).status).toBe(200)
    return stranger.post('/api/auth/second-step', { code: '000000', kind: 'backup' })
  }
  await useUp(guessCode)
  expect((await signIn(anna, right)).status).toBe(200)
  const code = nextAppCode(uri)
  expect((await anna.post('/api/auth/second-step', { code, kind: 'app' })).status).toBe(200)

  const { 'lead-api.device': _, ...session } = anna.cookies
  const thief = browserAt('198.51.100.88', session)
  await useUp(() => thief.post(`${account}/password`, { current: 'a guess', next: 'nobody will know it' }))
  const removal = { password: closedPassword, code: backupCodes[0], kind: 'backup' }
  expect((await thief.post(`${account}/second-factor/remove`, removal)).status, 'a session elsewhere').toBe(
    429,
  )
  expect((await anna.post(`${account}/second-factor/remove`, removal)).status).toBe(200)
})
