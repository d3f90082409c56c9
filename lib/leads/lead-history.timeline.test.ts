import { describe, expect, it } from 'vitest'
import { type LeadHistory, timelineOf } from './lead-history'
import type { AttemptView } from './lead-view'

const clock = (time: string) => `2026-03-01T${time}:00.000Z`
const attempt = (number: number, time: string, outcome: AttemptView['outcome']): AttemptView => ({
  ...{ number, startedAt: clock(time), endedAt: clock(time), duration: 0, outcome },
  ...{
    requestUrl: '',
    requestBody: '',
    httpStatus: null,
    answer: null,
    errorKind: null,
    answeredLateAt: null,
  },
})
const lead = {
  ...({
    receivedAt: clock('12:00'),
    channel: 'api',
    reference: 'ORDER-7',
    by: 'key:1',
    byName: 'Portal',
    status: 'unknown',
  } as const),
  ...{ attempts: [], deliveredAt: null, vitecLeadId: null, nextAttemptAt: null, anonymisedAt: null },
  erasureId: null,
}
const history: LeadHistory = {
  ...{ acts: [], bulkSends: [], pauses: [], notes: [], replaces: null, replacedBy: null },
  ...{ setAsideAt: null, settledAt: null, others: { leads: [], hasMore: false } },
}
const by = { by: 'person:1', byName: 'Example Staff' }
const kinds = (...told: Parameters<typeof timelineOf>) =>
  timelineOf(...told).map((entry) => (entry.kind === 'act' ? entry.verb : entry.kind))

describe('the timeline of a lead', () => {
  it('is newest first, each attempt where it began, and ends with how the lead came', () => {
    const attempts = [attempt(2, '12:30', 'unknown'), attempt(1, '12:01', 'unknown')]
    const acts = [
      { at: clock('12:00'), verb: 'lead.create', ...by },
      { at: clock('12:30'), verb: 'lead.send-again', ...by },
      { at: clock('12:40'), verb: 'lead.look-up', ...by },
    ]
    const told = timelineOf({ ...lead, attempts }, { ...history, acts })
    expect(told.map(({ kind }) => kind)).toEqual(['act', 'attempt', 'act', 'attempt', 'received'])
    expect(told[1]).toMatchObject({ attempt: { number: 2 }, isLast: true })
    expect(told.at(-1)).toMatchObject({ byName: 'Portal', reference: 'ORDER-7', replaces: null })
  })

  it('has the next attempt before all that was, while the lead waits', () => {
    const waiting = { ...lead, status: 'pending', nextAttemptAt: clock('12:05') } as const
    expect(kinds(waiting, history)).toEqual(['planned', 'received'])
    expect(kinds({ ...waiting, status: 'cancelled' }, history)).toEqual(['received'])
  })

  it('has when its customer was paused, and when that was over', () => {
    const pauses = [
      { since: clock('11:00'), until: clock('12:10'), reason: 'rights' },
      { since: clock('12:20'), until: null, reason: 'credentials' },
    ]
    expect(kinds(lead, { ...history, pauses })).toEqual(['paused', 'resumed', 'received', 'paused'])
  })

  it('says of a lead that no attempt delivered how it came to be so: found by a look-up, or settled with all others', () => {
    const delivered = { ...lead, status: 'delivered', deliveredAt: clock('13:00') } as const
    expect(kinds({ ...delivered, vitecLeadId: 'CM1' }, history)).toEqual(['found', 'received'])
    const settled = { ...history, settledAt: clock('13:00') }
    expect(kinds(delivered, settled)).toEqual(['settled', 'received'])
    const acts = [{ at: clock('13:00'), verb: 'lead.settle', ...by }]
    expect(kinds(delivered, { ...settled, acts })).toEqual(['lead.settle', 'received'])
    const attempts = [attempt(1, '12:01', 'delivered')]
    expect(kinds({ ...delivered, vitecLeadId: 'CM1', attempts }, history)).toEqual(['attempt', 'received'])
  })

  it('has notes, what was sent in bulk, what took its place, that it was set aside, and that its person is gone', () => {
    const note = { ...by, id: 'n', at: clock('12:10'), text: 'x', isOwn: true }
    const all = {
      ...history,
      notes: [note],
      bulkSends: [{ ...by, at: clock('12:20'), isSent: true }],
      replacedBy: { id: 'r', receivedAt: clock('12:30') },
      setAsideAt: clock('12:40'),
    }
    expect(kinds({ ...lead, anonymisedAt: clock('12:50') }, all)).toEqual([
      ...['anonymised', 'setAside', 'replaced', 'bulkSend', 'note', 'received'],
    ])
  })
})
