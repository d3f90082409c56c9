import { expect, it } from 'vitest'
import { apiError } from './call-api'
import { refusalKind } from './refusal-kind'

it.each([
  [401, 'unauthenticated', 'signed_out'],
  [401, 'other_person', 'other_person'],
  [403, 'forbidden', 'forbidden'],
  [403, 'foreign_page', 'foreign_page'],
  [409, 'not_allowed', 'conflict'],
  [413, 'body_too_large', 'too_large'],
  [422, 'invalid_fields', 'invalid'],
  [429, 'rate_limited', 'rate_limited'],
  [503, 'unavailable', 'unavailable'],
])('tells %i %s as %s, because each asks for another next step', (status, code, kind) => {
  expect(refusalKind(apiError(status, { code }))).toBe(kind)
})

it('tells a machine without a network from a server that gave no answer', () => {
  expect(refusalKind(apiError(null, null), false)).toBe('no_network')
  expect(refusalKind(apiError(null, null), true)).toBeNull()
})

it('takes the word of a proxy for its own limits alone: nobody knows what else it did', () => {
  expect(refusalKind(apiError(413, null))).toBe('too_large')
  expect(refusalKind(apiError(429, null))).toBe('rate_limited')
  expect(refusalKind(apiError(503, null))).toBeNull()
  expect(refusalKind(new Error('of our own'))).toBeNull()
})
