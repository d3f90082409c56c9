import { expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { readOwnLeadsQuery, writeOwnCursor } from './own-leads'

const read = (query: string) => readOwnLeadsQuery(new URLSearchParams(query))
/** What is wrong, as `parameter!code`. */
const wrong = (query: string) => {
  try {
    return read(query)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { errors } = error.details as { errors: { field: string; code: string }[] }
    return errors.map(({ field, code }) => `${field}!${code}`)
  }
}

it('takes everything where nothing is said, as empty parameters say nothing', () => {
  const all = { cursor: null, status: null, since: null, until: null, reference: null, customer_id: null }
  expect(read('')).toEqual({ ...all, limit: 50 })
  expect(read('cursor=&status=&since=&until=&reference=&customer_id=&limit=')).toEqual({ ...all, limit: 50 })
})

it('reads what is asked for', () => {
  const at = { receivedAt: '2026-01-27T09:15:00.000Z', id: '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11' }
  expect(
    read(
      `cursor=${writeOwnCursor(at)}&status=unknown,failed&since=2026-01-27T01:00:00%2B01:00&until=2026-01-28T00:00:00Z&reference=%20ORDER-7%20&customer_id=ABC123&limit=200`,
    ),
  ).toEqual({
    cursor: at,
    status: ['unknown', 'failed'],
    since: new Date('2026-01-27T00:00:00Z'),
    until: new Date('2026-01-28T00:00:00Z'),
    reference: 'ORDER-7',
    customer_id: 'ABC123',
    limit: 200,
  })
})

it('keeps times within what a database can say', () => {
  expect(read('since=0000-01-01T00:00:00Z&until=9999-12-31T23:59:59-14:00')).toMatchObject({
    since: new Date(0),
    until: new Date('9999-01-01'),
  })
})

const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const id = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'

it.each([
  ['limit=0', ['limit!too_small']],
  ['limit=201', ['limit!too_large']],
  ['limit=1.5', ['limit!not_whole_number']],
  ['limit=-1', ['limit!not_whole_number']],
  ['status=OK', ['status!unknown_value']],
  ['status=pending,', ['status!unknown_value']],
  ['since=2026-01-27', ['since!invalid_time']],
  ['until=2026-01-27T00:00:00', ['until!invalid_time']],
  ['until=2026-01-27T00:00:00+01:00', ['until!invalid_time']],
  ['until=2026-02-30T00:00:00Z', ['until!invalid_time']],
  ['reference=a%00b', ['reference!forbidden_character']],
  [`reference=${'x'.repeat(101)}`, ['reference!too_long']],
  ['customer_id=a/b', ['customer_id!invalid_customer_id']],
  ['cursor=x', ['cursor!invalid_cursor']],
  [`cursor=${forged('2026-01-27T09:15:00.000Z', 'x')}`, ['cursor!invalid_cursor']],
  [`cursor=${forged('0000-01-01T00:00:00.000Z', id)}`, ['cursor!invalid_cursor']],
  [`cursor=${forged('2026-01-27T09:15:00.000Z', id, 1)}`, ['cursor!invalid_cursor']],
  ['state=pending', ['state!unknown_parameter']],
  ['__proto__=1', ['__proto__!unknown_parameter']],
  ['limit=1&limit=2', ['limit!repeated']],
  ['x=1&limit=0&status=OK', ['x!unknown_parameter', 'limit!too_small', 'status!unknown_value']],
])('refuses %s, and names all that is wrong', (query, errors) => {
  expect([wrong(query)].flat()).toEqual(expect.arrayContaining(errors))
  expect(wrong(query)).toHaveLength(errors.length)
})
