import { expect, it } from 'vitest'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import { leadAnswer } from './write-lead-answer'

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
