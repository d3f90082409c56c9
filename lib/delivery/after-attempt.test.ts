import { describe, expect, it } from 'vitest'
import { afterAttempt } from './after-attempt'
import type { AttemptResult } from './attempt-result'

const now = new Date('2026-03-01T12:00:00Z')
const moveAfter = (result: AttemptResult, attemptsMade = 1) =>
  afterAttempt(result, { attemptsMade, now, random: () => 0 })
const noAnswer = { httpStatus: null, answer: null }

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
      nextAttemptAt: null,
      pause: null,
      liftsPause: true,
    })
  })

  it('a refused lead keeps Vitec’s words and is not tried again', () => {
    const move = moveAfter({
      outcome: 'rejected',
      httpStatus: 400,
      answer: '{}',
      word: 'Förnamnet är för långt.',
    })
    expect(move).toMatchObject({ status: 'rejected', word: 'Förnamnet är för långt.', nextAttemptAt: null })
  })

  it('a doubt is never sent again by machine, because Vitec would make a second lead', () => {
    const move = moveAfter({ ...noAnswer, outcome: 'unknown', errorKind: 'timeout', word: 'No answer.' })
    expect(move).toMatchObject({ status: 'unknown', nextAttemptAt: null })
  })

  it.each(['not_sent', 'not_saved'] as const)('what was %s waits for its next attempt', (outcome) => {
    const move = moveAfter({
      ...noAnswer,
      outcome,
      errorKind: 'refused',
      word: 'Refused.',
      retryAfterMs: null,
    })
    expect(move).toMatchObject({ status: 'pending', nextAttemptAt: new Date('2026-03-01T12:00:05Z') })
  })

  it('gives up when the schedule has ended, so that a person takes over', () => {
    const result = {
      ...noAnswer,
      outcome: 'not_sent',
      errorKind: 'dns',
      word: 'x',
      retryAfterMs: null,
    } as const
    expect(moveAfter(result, 10)).toMatchObject({ status: 'failed', nextAttemptAt: null })
  })

  it('wrong credentials pause the customer, and the lead waits without a time', () => {
    const word = 'Wrong user name or password.'
    const result = {
      outcome: 'misconfigured',
      httpStatus: 401,
      answer: '',
      errorKind: 'credentials',
      word,
    } as const
    expect(moveAfter(result)).toMatchObject({ status: 'pending', nextAttemptAt: null, pause: word })
  })
})
