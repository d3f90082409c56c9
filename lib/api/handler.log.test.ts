import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { setIdentify } from './caller'
import { handler } from './handler'

const info = vi.spyOn(log, 'info').mockReturnValue(undefined)
const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined)
const error = vi.spyOn(log, 'error').mockReturnValue(undefined)
afterEach(() => {
  setIdentify(undefined)
  vi.clearAllMocks()
})
afterAll(() => {
  for (const spy of [info, warn, error]) spy.mockRestore()
})

const done = handler<Record<string, unknown>>('intake', async () => new Response('{}', { status: 201 }))
const ask = (path: string, params: Record<string, unknown>, handle = done) =>
  handle(new Request(`http://localhost${path}`, { method: 'POST' }), { params: Promise.resolve(params) })

it('has a line for every request, with its caller and the id that its answer has', async () => {
  setIdentify(async () => ({ kind: 'key', id: 'k1', customers: null, perMinute: 60 }))
  const answer = await ask('/api/lead/a1', { id: 'a1' })
  expect(info.mock.calls).toEqual([
    [
      {
        ...{ method: 'POST', route: '/api/lead/[id]', status: 201, by: 'key:k1' },
        ...{ ms: expect.any(Number), request_id: answer.headers.get('X-Request-Id') },
      },
      'a request',
    ],
  ])
})

it.each([
  ['/api/lead/erik.andersson%40example.com', { id: 'erik.andersson@example.com' }, '/api/lead/[id]'],
  ['/api/lead/erik.andersson%40example.com', { id: 'erik.andersson%40example.com' }, '/api/lead/[id]'],
  ['/api/erik/andersson?phone=0701234567', { path: ['erik', 'andersson'] }, '/api/[...path]'],
  ['/api/lead/erik%', { id: 'andersson' }, 'unknown'],
])('says of %s which address it is, and nothing that a stranger wrote there', async (path, params, route) => {
  setIdentify(async () => ({ kind: 'open' }))
  await ask(path, params)
  expect(info.mock.calls[0]?.[0]).toMatchObject({ route })
  expect(JSON.stringify(info.mock.calls)).not.toMatch(/erik|andersson|0701234567/i)
})

it('warns of a request that was not done, as it is ours to see to', async () => {
  setIdentify(async () => ({ kind: 'open' }))
  const failing = handler<Record<string, unknown>>('intake', async () => {
    throw new AppError('unavailable', 'The service cannot answer right now.')
  })
  await ask('/api/lead', {}, failing)
  expect(warn.mock.calls[0]).toMatchObject([{ route: '/api/lead', status: 503 }, 'a request was not done'])
})
