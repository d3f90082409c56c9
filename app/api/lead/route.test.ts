import { afterEach, expect, it, vi } from 'vitest'
import { setIdentify } from '@/lib/api/caller'
import type { Identity } from '@/lib/auth/permissions'
import { POST } from './route'

afterEach(() => {
  setIdentify(undefined)
  vi.unstubAllGlobals()
})

const key = { kind: 'key', id: 'k', customers: null, perMinute: 60 } as const

/** Posts what is no JSON; resolves to the answer, and to what was noted of it. */
async function refused(identity: Identity) {
  const note = vi.fn(async (_keyId: string, _answer: Response) => {})
  vi.stubGlobal('leadApi', { postingPacks: { note } })
  setIdentify(async () => identity)
  const headers = { 'Content-Type': 'application/json' }
  const request = new Request('http://localhost/api/lead', { method: 'POST', headers, body: '{' })
  const { status } = await POST(request, { params: Promise.resolve({}) })
  return { status, noted: note.mock.calls.map(([keyId, answer]) => [keyId, answer.status]) }
}

it('keeps what a test key was refused, and nothing of what a live key or a person was', async () => {
  expect(await refused({ ...key, mode: 'test' })).toEqual({ status: 400, noted: [['k', 400]] })
  expect(await refused({ ...key, mode: 'live' })).toEqual({ status: 400, noted: [] })
  expect(await refused({ kind: 'person', id: 'p', role: 'staff' })).toEqual({ status: 400, noted: [] })
  expect(await refused({ kind: 'open' })).toEqual({ status: 400, noted: [] })
})

it('answers while the service starts or stops, when nothing can be kept', async () => {
  setIdentify(async () => ({ ...key, mode: 'test' }))
  const request = new Request('http://localhost/api/lead', { method: 'POST', body: '{' })
  expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(415)
})
