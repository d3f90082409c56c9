import { describe, expect, it } from 'vitest'
import { apiError } from '@/lib/api-client/call-api'
import { beginFailure } from './use-bulk-sends'

describe('beginFailure', () => {
  it('tells the new number when the set has changed, so that a person can decide anew', () => {
    const error = apiError(409, { code: 'set_changed', total: 7 })
    expect(beginFailure(error)).toEqual({ kind: 'changed', total: 7 })
  })

  it('does not claim to know the number of an answer that lacks it', () => {
    expect(beginFailure(apiError(409, { code: 'set_changed' }))).toEqual({ kind: 'noAnswer' })
  })

  it('tells too many from no answer at all', () => {
    expect(beginFailure(apiError(422, { code: 'too_many' }))).toEqual({ kind: 'tooMany' })
    expect(beginFailure(apiError(null, null))).toEqual({ kind: 'noAnswer' })
    expect(beginFailure(new Error('of our own'))).toEqual({ kind: 'noAnswer' })
  })

  it('says nothing while nothing is wrong', () => {
    expect(beginFailure(null)).toBeNull()
  })
})
