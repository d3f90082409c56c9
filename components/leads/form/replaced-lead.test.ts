import { describe, expect, it } from 'vitest'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { seedBody } from '@/test/support/leads/seed-body'
import { rejectedLead, replacedLead } from './replaced-lead'

const record = {
  ...leadRequestSchema('2026-03-01').parse(seedBody()),
  ...{ id: 'old', receivedAt: '2026-03-01T12:00:00Z', valuationDate: '2026-03-01', status: 'rejected' },
  ...{ lastWord: 'personLead.telephone.cell: too long', attempts: [], obstacle: null },
  ...{ allowedActions: ['send_again', 'replace'], replacedById: null, replacesId: null, anonymisedAt: null },
  // Of a record the form needs no more.
} as unknown as LeadRecord
const of = (changes: object) => replacedLead({ ...record, ...changes })

describe('the lead that the form mends', () => {
  it('says what Vitec refused it for, so that the focus is there', () => {
    expect(of({})).toMatchObject({ refused: ['person.phone'], mayBeThere: false, blocked: null })
    expect(of({ status: 'failed' }).refused).toEqual([])
  })

  it.each<[object, string]>([
    [{ status: 'unknown' }, 'no answer came'],
    [
      { status: 'cancelled', attempts: [{ outcome: 'rejected' }, { outcome: 'unknown' }] },
      'none came to an attempt before',
    ],
    [{ status: 'pending', obstacle: 'restore' }, 'it may have been delivered since the backup'],
  ])('may be at Vitec where it is %j: %s', (changes, _) => {
    expect(of(changes).mayBeThere).toBe(true)
  })

  it.each<[object, string]>([
    [{ replacedById: 'new' }, 'replaced'],
    [{ status: 'delivered' }, 'delivered'],
    [{ status: 'pending' }, 'under_way'],
    [{ anonymisedAt: '2026-03-01T12:00:00Z' }, 'anonymised'],
  ])('cannot be replaced where its record is %j', (changes, blocked) => {
    expect(of({ ...changes, allowedActions: [] }).blocked).toBe(blocked)
  })

  it('is the one that was refused a moment ago, too', () => {
    const sent = {
      id: 'new',
      status: 'rejected',
      word: 'Ogiltig e-post',
      vitecLeadId: null,
      nextAttemptAt: null,
      obstacle: null,
    } as const
    expect(rejectedLead(sent, of({}).values)).toMatchObject({
      id: 'new',
      refused: ['person.email'],
      blocked: null,
    })
  })
})
