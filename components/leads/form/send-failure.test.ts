import { describe, expect, it } from 'vitest'
import { apiError } from '@/lib/api-client/call-api'
import { sendFailure } from './send-failure'

describe('sendFailure', () => {
  it.each<[string, number | null, unknown, string]>([
    ['no_answer', null, null, 'the connection broke, maybe after the lead was taken in'],
    ['no_answer', 502, null, 'a proxy spoke, and nobody knows what the server did'],
    ['no_answer', 409, { code: 'key_in_flight' }, 'the same lead is being taken in right now'],
    ['unavailable', 503, { code: 'unavailable' }, 'the server does not know whether it was stored'],
    ['no_answer', 503, null, 'a proxy says so, and it may have been in the middle'],
    ['signed_out', 401, { code: 'unauthenticated' }, 'the session has ended'],
    ['forbidden', 403, { code: 'forbidden' }, 'a viewer has been let in since'],
    ['rate_limited', 429, { code: 'rate_limited' }, 'there were too many'],
    [
      'invalid',
      422,
      { code: 'invalid_fields', errors: [{ field: 'message', code: 'too_long' }] },
      'what is wrong stands in no field, and has to be said nevertheless',
    ],
    ['replaced', 409, { code: 'replaced', replacedBy: 'id' }, 'a colleague was faster'],
    ['in_doubt', 409, { code: 'in_doubt' }, 'an attempt has met a doubt since'],
    ['message_changed', 409, { code: 'message_changed', leadMessage: 'Ny text.' }, 'midnight has passed'],
    [
      'fields',
      422,
      { code: 'invalid_fields', errors: [{ field: 'person.phone', code: 'required' }] },
      'an older page',
    ],
  ])('calls it %s when %s answers %j: %s', (kind, status, body) => {
    expect(sendFailure(apiError(status, body)).kind).toBe(kind)
  })
})
