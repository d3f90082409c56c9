import { expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import type { LimitState } from '@/lib/rate-limit/rate-limit'
import { errorAnswer } from './error-answer'
import { refuseOverLimit } from './limit-intake'

const state = (name: string, waitS: number | null): LimitState => ({
  limit: { name, of: 'somebody', quota: 10, windowS: 60 },
  remaining: waitS === null ? 4 : 0,
  resetS: 36,
  waitS,
})
const refusal = (states: LimitState[]): unknown => {
  try {
    return refuseOverLimit(states)
  } catch (error) {
    return error
  }
}

it('lets a request through that every limit lets through', () => {
  expect(refusal([state('address', null), state('key', null)])).toBeUndefined()
})

it('refuses one that any limit refuses, until the last of them lets it through, and says how all stand', () => {
  const error = refusal([state('address', 3), state('key', 9)])
  expect(error).toBeInstanceOf(AppError)
  const answer = errorAnswer(error, 'request-1')
  expect(answer.status).toBe(429)
  expect(answer.headers.get('Retry-After')).toBe('9')
  expect(answer.headers.get('RateLimit')).toBe('"address";r=0;t=36, "key";r=0;t=36')
  expect(answer.headers.get('RateLimit-Policy')).toBe('"address";q=10;w=60, "key";q=10;w=60')
})

it('names in headers and bodies no one whose limit it is', async () => {
  const answer = errorAnswer(refusal([state('sign-in-account', 3)]), 'request-1')
  expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toContain('somebody')
})
