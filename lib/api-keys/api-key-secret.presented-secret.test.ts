import { expect, it } from 'vitest'
import { presentedSecret } from './api-key-secret'

const of = (headers: Record<string, string>) => presentedSecret(new Headers(headers))

it('reads a secret from either header, and from Authorization where both are there', () => {
  expect(of({ Authorization: 'Bearer leadapi_1' })).toBe('leadapi_1')
  expect(of({ Authorization: 'bearer  leadapi_1 ' })).toBe('leadapi_1')
  expect(of({ 'X-API-Key': ' leadapi_2 ' })).toBe('leadapi_2')
  expect(of({ Authorization: 'Bearer leadapi_1', 'X-API-Key': 'leadapi_2' })).toBe('leadapi_1')
})

it('tells a header without a secret from none, because only who sends none may have a session instead', () => {
  expect(of({ Authorization: 'Bearer' })).toBe('')
  expect(of({ 'X-API-Key': '' })).toBe('')
  expect(of({})).toBeNull()
})

it('leaves other kinds of Authorization alone, because a proxy in front may use them', () => {
  expect(of({ Authorization: 'Basic dXNlcjpwYXNz' })).toBeNull()
  expect(of({ Authorization: 'Basic dXNlcjpwYXNz', 'X-API-Key': 'leadapi_2' })).toBe('leadapi_2')
})
