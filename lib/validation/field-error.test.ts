import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import { fieldErrorCodes } from './field-error'
import { fieldErrors } from './field-error-message'

describe('fieldErrors', () => {
  it.each([
    ['Swedish', sv.fieldError],
    ['English', en.fieldError],
  ])('can all be said in %s, and nothing else is translated', (_, words) => {
    expect(Object.keys(words).toSorted()).toEqual([...fieldErrorCodes].toSorted())
  })

  it('calls invalid what a schema gives no code for, rather than fail', () => {
    const parsed = z.object({ name: z.string() }).safeParse({})
    expect(parsed.error && fieldErrors(parsed.error)).toEqual([
      { field: 'name', code: 'invalid', message: 'Is not valid.' },
    ])
  })

  it('names a field once, with the first thing that is wrong with it', () => {
    const parsed = z.string().min(3, 'too_small').max(1, 'too_long').safeParse('xx')
    expect(parsed.error && fieldErrors(parsed.error)).toEqual([
      { field: 'body', code: 'too_small', message: 'Must be at least 3.', params: { min: 3 } },
    ])
  })
})
