import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { callerErrorCodes } from '@/lib/leads/lead-answer'
import { testSeed } from '@/test/run/random.mjs'
import { bearer, type Credentials, startClosedService } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { anyRequest } from './any-request'
import { type Answer, askAll } from './ask-all'
import { storedLeadSchema } from './contract'
import { documented, type Operation, undocumented } from './operations'

/** `npm test` asks for fewer, and `npm test -- --all` for ten thousand. */
const requests = Number(process.env.HOSTILE_REQUESTS ?? 400)
const canary = 'Kanariefågel'
/** What would end the run: a caller that signs itself out, or another role. */
const endsTheRun = /\/(account|people)\//
const people = ['viewer', 'staff', 'administrator']

test(`of thousands of hostile requests none breaks the service, shows anything of another, or stores what may not be`, {
  tag: '@all',
}, async () => {
  test.setTimeout(900_000)
  const unlimited = {
    ADDRESS_MAX_PER_MINUTE: '1000000',
    VITEC_MAX_PER_SECOND: '1000',
    VITEC_MAX_CONCURRENT: '50',
  }
  const service = await startClosedService(unlimited)
  const { address, administrator } = service
  try {
    const credentials: Record<string, Credentials> = {
      nobody: {},
      'a wrong key': { Authorization: `Bearer leadapi_${'0'.repeat(64)}` },
      'a wrong session': { Cookie: 'lead-api.session_token=x.y' },
      'a key': bearer((await service.makeKey({ customers: ['ABC123'] })).secret),
      viewer: await service.invite('viewer'),
      staff: await service.invite('staff'),
      administrator,
    }
    const own = await leadOf(address, credentials['a key'], 'ABC123', 'Andersson')
    const others = await leadOf(
      address,
      bearer((await service.makeKey({ customers: null })).secret),
      'M30011',
      canary,
    )

    const document = await (await fetch(`${address}/api/openapi.json`)).json()
    const operations = [...documented(document).flatMap(oftenIfTaking), ...undocumented()].filter(
      ({ path }) => !endsTheRun.test(path),
    )
    const drawn = fc.sample(anyRequest(operations, Object.keys(credentials), [own, others]), {
      numRuns: requests,
      seed: testSeed,
    })
    const answered = new Map<string, number>()
    const wrong = await askAll(address, drawn, credentials, (answer) => {
      const kind = `${answer.request.caller} ${answer.status}`
      answered.set(kind, (answered.get(kind) ?? 0) + 1)
      return wrongWith(answer)
    })
    expect(wrong, `TEST_SEED=${testSeed}`).toEqual([])
    // Otherwise nothing would have been tried.
    for (const kind of ['a key 200', 'a key 422', 'staff 422', 'viewer 403', 'nobody 401'])
      expect(answered.get(kind) ?? 0, kind).toBeGreaterThan(requests / 500)

    const stored = await storedLeads(address, administrator)
    // One in a hundred at the least: otherwise nothing that is stored would have been looked at.
    expect(stored.length).toBeGreaterThan(requests / 100)
    for (const lead of stored)
      expect(storedLeadSchema.safeParse(lead).error?.issues ?? [], `TEST_SEED=${testSeed}`).toEqual([])
  } finally {
    await service.stop()
  }
})

const oftenIfTaking = (operation: Operation) => Array<Operation>(operation.body ? 12 : 1).fill(operation)

/** What answers with a file, of which type. */
const files: Record<string, string> = { '/api/staff/leads/export': 'text/csv' }

function wrongWith({ request: { caller, operation }, status, type, text }: Answer): string | null {
  const isStaffs = operation.path.startsWith('/api/staff/')
  const isKnown = caller === 'a key' || people.includes(caller)
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (status === 304 && operation.statuses?.includes(304)) return text === '' ? null : '304 with a body'
  const due = (status < 400 && files[operation.path]) || 'application/json'
  if (!type.startsWith(due)) return `${status} as ${type}`
  if (status >= 400 && !isRefusal(text)) return `${status} not in the contract's shape: ${text.slice(0, 200)}`
  if (operation.statuses && !operation.statuses.includes(status)) return `${status} is not documented`
  if (operation.statuses && status >= 400 && !hasKnownCode(text))
    return `a code that no list has: ${text.slice(0, 200)}`
  if (status < 400 && isStaffs && !people.includes(caller)) return `${status} for ${caller}`
  if (status < 400 && !isKnown && !isOpenToAll(operation)) return `${status} for ${caller}`
  if (text.includes(canary) && !people.includes(caller)) return `something of another for ${caller}`
  return null
}

const isOpenToAll = ({ path }: Operation) => /^\/api\/(health\/(live|ready)|openapi\.json)$/.test(path)

function isRefusal(text: string): boolean {
  const { status, message, request_id: id } = JSON.parse(text)
  return [status, message, id].every((word) => typeof word === 'string' && word !== '')
}

/** What the lead itself was refused for has no code; the door refuses what is no request of ours without one. */
function hasKnownCode(text: string): boolean {
  const { code } = JSON.parse(text)
  return code === undefined || callerErrorCodes.options.includes(code)
}

async function leadOf(
  address: string,
  credentials: Credentials | undefined,
  customerId: string,
  name: string,
) {
  const body = leadBody({ customer: { customer_id: customerId }, person: { last_name: name } })
  const answer = await fetch(`${address}/api/lead`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...credentials },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  const { id }: { id: string } = await answer.json()
  return id
}

async function storedLeads(address: string, credentials: Credentials): Promise<unknown[]> {
  const leads: unknown[] = []
  let cursor: string | null = null
  do {
    const headers = { 'Content-Type': 'application/json', ...credentials }
    const body = JSON.stringify({ cursor })
    const answer = await fetch(`${address}/api/staff/leads/search`, { method: 'POST', headers, body })
    const page: { leads: { id: string }[]; next: string | null } = await answer.json()
    const read = async ({ id }: { id: string }) =>
      (await fetch(`${address}/api/staff/leads/${id}`, { headers: credentials })).json()
    leads.push(...(await Promise.all(page.leads.map(read))))
    cursor = page.next
  } while (cursor)
  return leads
}
