import { describe, expect, it } from 'vitest'
import { afterAttempt } from './after-attempt'
import type { AttemptResult } from './attempt-result'

const moveAfter = (result: AttemptResult, attemptsMade = 1, saysNothingOfVitec = false) =>
  afterAttempt(result, { attemptsMade, saysNothingOfVitec, random: () => 0 })
const noAnswer = { httpStatus: null, answer: null }
const hour = 3_600_000

describe('after an attempt', () => {
  it('a lead that Vitec created is delivered, with its id there', () => {
    const move = moveAfter({
      outcome: 'delivered',
      httpStatus: 200,
      answer: '"CMLEAD1"',
      vitecLeadId: 'CMLEAD1',
    })
    expect(move).toEqual({
      status: 'delivered',
      word: 'CMLEAD1',
      vitecLeadId: 'CMLEAD1',
      retryInMs: null,
      pause: null,
      holdsCustomerMs: null,
      saysNothingOfVitec: false,
    })
  })

  it('a refused lead keeps Vitec’s words and is not tried again', () => {
    const move = moveAfter({
      outcome: 'rejected',
      httpStatus: 400,
      answer: '{}',
      word: 'Förnamnet är för långt.',
    })
    expect(move).toMatchObject({ status: 'rejected', word: 'Förnamnet är för långt.', retryInMs: null })
  })

  it('a doubt is never sent again by machine, because Vitec would make a second lead', () => {
    const move = moveAfter({ ...noAnswer, outcome: 'unknown', errorKind: 'timeout', word: 'No answer.' })
    expect(move).toMatchObject({ status: 'unknown', retryInMs: null })
  })

  it.each(['not_sent', 'not_saved'] as const)('what was %s waits for its next attempt', (outcome) => {
    const move = moveAfter({
      ...noAnswer,
      outcome,
      errorKind: 'refused',
      word: 'Refused.',
      retryAfterMs: null,
    })
    expect(move).toMatchObject({ status: 'pending', retryInMs: 5_000, holdsCustomerMs: null })
  })

  it('gives up when the schedule has ended, so that a person takes over', () => {
    const result = {
      ...noAnswer,
      outcome: 'not_sent',
      errorKind: 'dns',
      word: 'x',
      retryAfterMs: null,
    } as const
    expect(moveAfter(result, 10)).toMatchObject({ status: 'failed', retryInMs: null })
  })

  it('wrong credentials pause the customer, and the lead waits for nothing else', () => {
    const word = 'Wrong user name or password.'
    const result = {
      outcome: 'misconfigured',
      httpStatus: 401,
      answer: '',
      errorKind: 'credentials',
      word,
    } as const
    expect(moveAfter(result)).toMatchObject({ status: 'pending', retryInMs: null, pause: 'credentials' })
  })

  it.each([
    ['for as long as it says', 60_000, 60_000],
    ['for five seconds where it does not say', null, 5_000],
    ['for an hour at most', 10 * hour, hour],
  ])('a customer of which Vitec says that it is too much is left alone %s', (_, retryAfterMs, ms) => {
    const limited = { httpStatus: 429, answer: '', errorKind: 'limited', word: 'x', retryAfterMs } as const
    expect(moveAfter({ ...limited, outcome: 'not_saved' })).toMatchObject({
      status: 'pending',
      holdsCustomerMs: ms,
    })
  })

  it('what the stand-in was asked to answer is not held against Vitec', () => {
    const doubt = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout', word: 'x' } as const
    expect(moveAfter(doubt, 1, true)).toMatchObject({ saysNothingOfVitec: true })
  })
})
