import { expect, it } from 'vitest'
import { fieldErrors } from '@/lib/validation/field-error-message'
import { passwordChangeSchema, signInSchema } from './person-input'

/** What is wrong with a new password. */
function wrongWith(next: string) {
  const parsed = passwordChangeSchema.safeParse({ current: 'as it was', next })
  return parsed.error ? fieldErrors(parsed.error) : []
}
const horses = (count: number) => '🐎'.repeat(count)

it.each([horses(11), 'eleven chars'.slice(1), ''.padEnd(11)])(
  'asks twelve characters of a new password: %s',
  (next) => {
    expect(wrongWith(next)).toMatchObject([{ field: 'next', code: 'too_short', params: { min: 12 } }])
  },
)

it.each([horses(129), 'x'.repeat(129), 'x'.repeat(60_000)])('takes no more than 128', (next) => {
  expect(wrongWith(next)).toMatchObject([{ field: 'next', code: 'too_long', params: { max: 128 } }])
})

it.each([horses(12), horses(128), 'x'.repeat(12), ' '.repeat(12)])(
  'counts what people see as characters',
  (next) => {
    expect(wrongWith(next)).toEqual([])
  },
)

it('signs in with a password of before, however short', () => {
  expect(signInSchema.safeParse({ email: 'anna@example.com', password: 'short' }).success).toBe(true)
})
