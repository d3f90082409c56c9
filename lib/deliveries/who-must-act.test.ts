import { describe, expect, it } from 'vitest'
import { errorKinds } from './attempt-result'
import { type Unsettled, whoMustAct } from './who-must-act'

const lead: Unsettled = {
  status: 'pending',
  obstacle: null,
  environment: 'sandbox',
  customerPaused: false,
  errorKind: null,
  word: null,
}
const who = (change: Partial<Unsettled>) => whoMustAct({ ...lead, ...change })

describe('who must act', () => {
  it('is nobody while attempts go on by themselves, whatever the last one met', () => {
    for (const errorKind of errorKinds) expect(who({ errorKind }), errorKind).toBe('nobody')
  })

  it('is nobody once the lead is delivered or stopped', () => {
    expect(who({ status: 'delivered' })).toBe('nobody')
    expect(who({ status: 'cancelled', customerPaused: true, errorKind: 'rights' })).toBe('nobody')
  })

  it('is somebody for every kind of error once attempts have been given up, or the customer is paused', () => {
    for (const errorKind of errorKinds) {
      expect(who({ status: 'failed', errorKind }), errorKind).not.toBe('nobody')
      expect(who({ customerPaused: true, errorKind }), errorKind).toBe(who({ status: 'failed', errorKind }))
    }
  })

  it('is the office where it has not let us in, and we where our own settings are wrong', () => {
    expect(who({ customerPaused: true, errorKind: 'rights' })).toBe('customer')
    expect(who({ customerPaused: true, errorKind: 'credentials' })).toBe('us')
    expect(who({ status: 'failed', errorKind: 'server_error' })).toBe('vitec')
  })

  it('is we where sending is held, also for a paused customer: nothing goes out before that ends', () => {
    expect(who({ obstacle: 'hold', customerPaused: true, errorKind: 'rights' })).toBe('us')
  })

  it('is we for a doubt, and for a refusal that gives its reason; Vitec for one that gives none', () => {
    expect(who({ status: 'unknown', errorKind: 'timeout' })).toBe('us')
    expect(who({ status: 'rejected', word: 'The field firstName has a maximum length of 50' })).toBe('us')
    expect(who({ status: 'rejected', word: 'HTTP 422' })).toBe('vitec')
  })

  it('is its sender for a lead of a test key, whatever it met, and nobody while it goes by itself', () => {
    const environment = 'test'
    for (const status of ['rejected', 'unknown', 'failed'] as const)
      expect(who({ environment, status }), status).toBe('sender')
    expect(who({ environment, customerPaused: true, errorKind: 'rights' })).toBe('sender')
    for (const status of ['pending', 'delivered', 'cancelled'] as const)
      expect(who({ environment, status }), status).toBe('nobody')
    expect(who({ environment, obstacle: 'hold' })).toBe('us')
  })

  it('is we for a kind of error that only a newer version knows', () => {
    expect(who({ status: 'failed', errorKind: 'melted' })).toBe('us')
  })
})
