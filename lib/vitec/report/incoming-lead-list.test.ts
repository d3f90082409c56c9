import { describe, expect, it } from 'vitest'
import type { IncomingLead } from '@/lib/deliveries/look-up/look-up-store'
import { incomingLeadListOf } from './incoming-lead-list'

const answer = { kind: 'answer', contentType: '', retryAfter: null, location: null, end: 'complete' } as const
const read = (body: unknown, status = 200) =>
  incomingLeadListOf({ ...answer, status, body: typeof body === 'string' ? body : JSON.stringify(body) })

const lead: IncomingLead = {
  vitecLeadId: 'CMLEAD7',
  leadSource: { id: 'LEAD456', name: 'Webben' },
  times: [new Date('2026-01-27T09:00:00Z')],
  message: 'Du har fått ett lead.',
  name: 'Erik Andersson',
  emails: ['erik.andersson@example.com'],
  phones: ['+46701234567'],
}

describe('an entry of the report', () => {
  it.each<[string, object, Partial<IncomingLead>]>([
    [
      'as its siblings name things',
      {
        id: 'CMLEAD7',
        leadSource: { id: 'LEAD456', name: 'Webben' },
        sentAt: '2026-01-27T10:00:00',
        message: ' Du har fått ett lead. ',
        contact: {
          firstName: 'Erik',
          lastName: 'Andersson',
          telephone: { home: null, cell: '+46701234567', work: '' },
          email: { emailAddress: 'erik.andersson@example.com' },
        },
      },
      lead,
    ],
    [
      'flat, as .NET capitalises',
      {
        LeadId: 'CMLEAD7',
        LeadSourceId: 'LEAD456',
        LeadSourceName: 'Webben',
        Created: '2026-01-27T09:00:00Z',
        Text: 'Du har fått ett lead.',
        ContactName: 'Erik Andersson',
        EmailAddress: 'erik.andersson@example.com',
        PhoneNumber: '+46701234567',
      },
      lead,
    ],
    ['with numbers', { id: 7, leadSource: { id: 9 }, message: 'x' }, { vitecLeadId: '7' }],
    [
      'with a bare lead source',
      { leadSource: 'Webben', message: 'x' },
      { leadSource: { id: null, name: 'Webben' } },
    ],
    [
      'with lists',
      { name: 'Erik', emails: ['a@example.com'], phones: [{ type: 'cell', number: '070' }] },
      { emails: ['a@example.com'], phones: ['cell', '070'] },
    ],
    [
      'with nonsense in it',
      { id: {}, sentAt: 'soon', leadSource: [], message: 'x', contact: 'CM1', telephone: true },
      { vitecLeadId: null, times: [], leadSource: { id: null, name: null }, phones: [] },
    ],
    [
      'whose receiver, an agent, is not its person',
      { message: 'x', receiver: { name: 'Maria', email: 'maria@example.com' } },
      { name: null, emails: [] },
    ],
  ])('%s', (_, entry, expected) => {
    expect(read({ incomingLeads: [entry], outgoingLeads: [], tips: [] })).toEqual({
      ok: true,
      leads: [expect.objectContaining(expected)],
    })
  })
})

describe('the report', () => {
  it.each<[string, unknown, number]>([
    ['without a lead', { incomingLeads: [] }, 0],
    ['with null for no leads', { incomingLeads: null }, 0],
    ['that is a list', [{ message: 'x' }], 1],
    ['that pages its leads', { IncomingLeads: { total: 1, items: [{ message: 'x' }] } }, 1],
  ])('%s is read', (_, body, count) => {
    const list = read(body)
    expect(list.ok && list.leads).toHaveLength(count)
  })

  it.each<[string, unknown]>([
    ['a page', '<html><h1>It works!</h1></html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['an object without leads', { outgoingLeads: [] }],
    ['leads that are none', { incomingLeads: ['CM1', 'CM2'] }],
    ['leads that tell nothing of anybody', { incomingLeads: [{ id: 'CM1' }, { key: 2 }] }],
    ['brackets without end', '['.repeat(100_000)],
    ['brackets without sense', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('is not taken to be empty where it is %s', (_, body) => {
    expect(read(body)).toMatchObject({ ok: false, errorKind: 'unreadable_answer' })
  })

  it.each([
    [401, 'credentials'],
    [403, 'rights'],
    [404, 'path'],
    [302, 'redirect'],
    [400, 'other'],
    [429, 'limited'],
    [500, 'server_error'],
    [502, 'gateway'],
  ])('%i is a reason, in Vitec’s words', (status, errorKind) => {
    expect(read({ message: 'No.' }, status)).toEqual({ ok: false, errorKind, word: 'No.' })
  })

  it('keeps every digit of a long id', () => {
    const body = '{"incomingLeads":[{"id":12345678901234567890,"message":"x \\" 12345678901234567890"}]}'
    expect(read(body)).toMatchObject({
      leads: [{ vitecLeadId: '12345678901234567890', message: 'x " 12345678901234567890' }],
    })
  })

  it('is not read in part: what is missing may be the lead', () => {
    const body = JSON.stringify({ incomingLeads: [{ message: 'x' }] })
    expect(incomingLeadListOf({ ...answer, status: 200, body, end: 'too_large' })).toMatchObject({
      errorKind: 'unreadable_answer',
    })
    expect(incomingLeadListOf({ ...answer, status: 200, body, end: { fault: 'TIMEOUT' } })).toMatchObject({
      errorKind: 'timeout',
    })
  })
})
