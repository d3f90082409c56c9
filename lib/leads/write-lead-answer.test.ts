import { expect, it } from 'vitest'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { askAgainIn, leadAnswer, submittedResponse } from './write-lead-answer'

const state: LeadState = {
  ...{ id: 'a', status: 'pending', word: null, vitecLeadId: null, nextAttemptAt: null, obstacle: null },
}
const messageOf = (changes: Partial<LeadState>) =>
  JSON.parse(leadAnswer({ ...state, ...changes }, { warnings: [], reference: null, requestId: 'r' }).body)
    .message

it('does not tell a caller of our password at Vitec: the lead is stored, it waits, there is nothing to do', () => {
  expect(messageOf({ word: 'Authorization has been denied for this request.' })).toBe(
    'The lead is stored, and waits to be sent again by itself. There is nothing for you to do.',
  )
  expect(messageOf({})).toBe('The lead is stored and will be sent to Vitec.')
})

it('hands on what Vitec says of the lead itself', () => {
  expect(messageOf({ status: 'delivered', word: 'CM1' })).toBe('CM1')
  expect(messageOf({ status: 'rejected', word: 'typeId: There is no such lead source.' })).toContain('typeId')
})

it('does not say of a lead that a person has stopped, or that was given up, that it will be sent', () => {
  for (const status of ['failed', 'cancelled'] as const)
    expect(messageOf({ status, word: 'HTTP 503' })).not.toMatch(/waits|will be sent|503/)
})

const id = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const now = new Date('2026-03-01T12:00:00Z')
const inS = (seconds: number) => new Date(now.getTime() + seconds * 1_000)

it.each([
  ['pending', inS(42), 42],
  // It is its turn, and others are before it.
  ['pending', inS(-9), 5],
  ['pending', inS(86_400), 3_600],
  // Its customer is paused, or all sending is held.
  ['pending', null, 900],
  ['unknown', null, 900],
  ['failed', null, 900],
  ['delivered', null, null],
  ['rejected', null, null],
  ['cancelled', null, null],
] as const)(
  'asks who sent a lead that is %s, and attempted next at %s, to come again in %s s',
  (status, at, seconds) => {
    expect(askAgainIn({ status, nextAttemptAt: at }, now)).toBe(seconds)
    expect(askAgainIn({ status, nextAttemptAt: at?.toISOString() ?? null }, now)).toBe(seconds)
  },
)

it('asks for a while of a person where nobody sends a lead, and for some seconds where it is being sent', () => {
  const waits = { status: 'pending', nextAttemptAt: null } as const
  expect(askAgainIn({ ...waits, isBeingSent: true }, now)).toBe(5)
  expect(askAgainIn({ ...waits, isBeingSent: false }, now)).toBe(900)
})

it('has nobody ask again after a lead that another replaced, unless it may still be found', () => {
  const standing = { nextAttemptAt: null, isReplaced: true }
  expect(askAgainIn({ ...standing, status: 'failed' }, now)).toBeNull()
  expect(askAgainIn({ ...standing, status: 'unknown' }, now)).toBe(900)
})

it('says with each lead whose outcome is open when to ask, and with no other', () => {
  const told = (status: LeadState['status'], askAgainInS: number | null) => {
    const answer = leadAnswer(
      { ...state, id, status },
      { warnings: [], reference: 'ORDER-7', requestId: 'r' },
    )
    const first = submittedResponse({ kind: 'stored', answer, askAgainInS })
    const again = submittedResponse({ kind: 'replayed', answer })
    return [first.status, first.headers.get('retry-after'), again.headers.get('retry-after')]
  }
  expect(told('pending', 42)).toEqual([202, '42', '5'])
  expect(told('unknown', 900)).toEqual([202, '900', '900'])
  expect(told('delivered', null)).toEqual([200, null, null])
  expect(told('rejected', null)).toEqual([422, null, null])
})

it('repeats an answer byte for byte, also one that was kept before answers had a state', async () => {
  const body = `{"status":"QUEUED","message":"The lead is stored.","id":"${id}","request_id":"r"}`
  const again = submittedResponse({ kind: 'replayed', answer: { httpStatus: 202, body } })
  expect(await again.text()).toBe(body)
  expect(again.headers.get('retry-after')).toBe('5')
})
