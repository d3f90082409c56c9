import { afterEach, beforeEach, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { setIdentify } from './caller'
import { route, routes, rowId } from './route'

beforeEach(() => setIdentify(async () => ({ kind: 'person', id: 'p', role: 'administrator' })))
afterEach(() => setIdentify(undefined))

const ask = (method: string, body?: unknown) =>
  new Request('http://localhost/', {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  })
const at = <P>(params: P) => ({ params: Promise.resolve(params) })

it('does not compile a change that forgets to say what it is recorded as', () => {
  // @ts-expect-error -- audit is missing
  route({ method: 'POST', need: 'write' }, () => {})
  // @ts-expect-error -- nor is there such an act
  route({ method: 'DELETE', need: 'write', audit: 'lead.forget' }, () => {})
  route({ method: 'GET', need: 'read' }, () => {})
})

it('tells the store who asks only where the act is recorded, so that none is passed on unseen', () => {
  route({ method: 'POST', need: 'write', audit: 'lead.settle' }, ({ requester }) => {
    expectTypeOf(requester).toEqualTypeOf<Requester>()
  })
  route({ method: 'POST', need: 'write', audit: null }, ({ requester }) => {
    expectTypeOf(requester).toEqualTypeOf<null>()
  })
})

it('hands over the address and the body as they were declared, and answers with what comes back', async () => {
  const id = crypto.randomUUID()
  const { PATCH } = route(
    {
      ...{ method: 'PATCH', need: 'write', status: 201, audit: 'customer.change' },
      ...{ params: { customerId: rowId }, body: z.object({ name: z.string() }) },
    } as const,
    ({ params, body, requester }) => ({ id: params.customerId, name: body.name, by: requester.by }),
  )
  const answer = await PATCH(ask('PATCH', { name: 'Norr' }), at({ customerId: id }))
  expect(answer.status).toBe(201)
  expect(await answer.json()).toEqual({ id, name: 'Norr', by: 'person:p' })
  expect((await PATCH(ask('PATCH', { name: 1 }), at({ customerId: id }))).status).toBe(422)
  expect((await PATCH(ask('PATCH', { name: 'Norr' }), at({ customerId: 'none' }))).status).toBe(404)
})

it('says that an address is not there before it looks at what was sent to it', async () => {
  const isThere = () => {
    throw new AppError('not_found', 'Nothing is here in the open sandbox.')
  }
  const { POST } = route(
    { method: 'POST', need: 'write', isThere, body: z.object({}), audit: null },
    () => {},
  )
  expect((await POST(ask('POST', 'no object'), at({}))).status).toBe(404)
})

it('says that it is done where there is nothing else to say', async () => {
  const { POST } = route({ method: 'POST', need: 'write', audit: null }, async () => {})
  expect(await (await POST(ask('POST'), at({}))).json()).toEqual({ done: true })
})

it('has several methods at one address, refuses the others and tells which there are', async () => {
  const all = routes(
    route({ method: 'GET', need: 'read' }, () => 'read'),
    route({ method: 'DELETE', need: 'write', audit: null }, () => 'gone'),
  )
  expect(await (await all.GET(ask('GET'), at({}))).json()).toBe('read')
  expect(await (await all.DELETE(ask('DELETE'), at({}))).json()).toBe('gone')
  const refused = await all.PUT(ask('PUT'), at({}))
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, DELETE, HEAD'])
  expect((await all.OPTIONS(ask('OPTIONS'), at({}))).headers.get('Allow')).toBe('GET, DELETE, HEAD, OPTIONS')
})
