import { expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import type { LimitState } from '@/lib/rate-limits/rate-limit'
import { tellLimits } from './caller'
import { errorResponse } from './error-response'

const state = (name: string, waitS: number | null): LimitState => ({
  limit: { name, of: 'somebody', quota: 10, windowS: 60 },
  remaining: waitS === null ? 4 : 0,
  resetS: 36,
  waitS,
})
/** The headers that tell of the limits, and the error where they refuse. */
const told = (states: LimitState[]): { headers: Headers; error: unknown } => {
  const headers = new Headers()
  try {
    return { headers, error: tellLimits(states, headers) }
  } catch (error) {
    return { headers, error }
  }
}

it('lets a request through that every limit lets through, and says how all stand', () => {
  const { headers, error } = told([state('address', null), state('key', null)])
  expect(error).toBeUndefined()
  expect(headers.get('RateLimit')).toBe('"address";r=4;t=36, "key";r=4;t=36')
})

it('refuses one that any limit refuses, until the last of them lets it through, and says how all stand', () => {
  const { headers, error } = told([state('address', 3), state('key', 9)])
  expect(error).toBeInstanceOf(AppError)
  const answer = errorResponse(error, 'request-1')
  expect(answer.status).toBe(429)
  expect(answer.headers.get('Retry-After')).toBe('9')
  expect(headers.get('RateLimit')).toBe('"address";r=0;t=36, "key";r=0;t=36')
  expect(headers.get('RateLimit-Policy')).toBe('"address";q=10;w=60, "key";q=10;w=60')
})

it('says which limit was spent, so that a caller knows what to change', async () => {
  const messageOf = async (states: LimitState[]) => {
    const { error } = told(states)
    return (await errorResponse(error, 'request-1').json()).message
  }
  expect(await messageOf([state('address', null), state('key', 9)])).toBe(
    'This key may make 10 requests in 60 s, and has made them. Try again in 9 s.',
  )
  expect(await messageOf([state('polls', 9)])).toBe(
    'This key may ask 10 times in 60 s, and has. Try again in 9 s.',
  )
  expect(await messageOf([state('address-48', 4), state('key', 3)])).toBe(
    '10 requests may come from this address in 60 s, and have come. Try again in 4 s.',
  )
  expect(await messageOf([state('password-account', 3)])).toBe('Too many attempts. Try again in 3 s.')
})

it('names in headers and bodies no one whose limit it is', async () => {
  const { headers, error } = told([state('sign-in-account', 3)])
  const answer = errorResponse(error, 'request-1')
  expect(`${JSON.stringify([...headers])}${await answer.text()}`).not.toContain('somebody')
})
