import { describe, expect, it } from 'vitest'
import type { Lead } from '@/lib/leads/lead'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { type Arrived, type ArrivedLead, judgeCases, type TestAnswer } from './judge-cases'
import { packCases } from './pack-cases'
import type { PackCaseId } from './posting-pack'

const now = new Date()
const cases = packCases({ customerId: 'ABC123', leadSourceId: 'LEAD456' }, now)
const bodyOf = (id: PackCaseId) => cases.find((one) => one.id === id)?.body
const schema = leadRequestSchema(stockholmDate(now))

let made = 0
const lead = (id: PackCaseId, change: Partial<Lead> = {}, more: Partial<ArrivedLead> = {}): ArrivedLead => {
  made += 1
  const at = new Date(now.getTime() + made)
  return {
    id: `lead-${made}`,
    at,
    status: 'delivered',
    lead: { ...schema.parse(bodyOf(id)), ...change },
    ...more,
  }
}
const answer = (more: Partial<TestAnswer> = {}): TestAnswer => {
  made += 1
  const at = new Date(now.getTime() + made)
  const refusal = { httpStatus: 422, code: 'invalid_fields', fields: [], leadId: null }
  return { id: String(made), at, ...refusal, ...more }
}
/** What came, in the order in which it came. */
const judge = (arrived: Partial<Arrived>) =>
  judgeCases(cases, {
    leads: (arrived.leads ?? []).toReversed(),
    answers: (arrived.answers ?? []).toReversed(),
    otherLeads: arrived.otherLeads ?? 0,
  })
const stands = (id: PackCaseId, arrived: Partial<Arrived>) => {
  const found = judge(arrived).cases.find((one) => one.id === id)
  return [found?.outcome, ...(found?.fields ?? [])]
}

describe('how a case of a posting pack stands', () => {
  it('waits until something comes with its e-mail address', () => {
    expect(new Set(judge({}).cases.map(({ outcome }) => outcome))).toEqual(new Set(['waiting']))
    expect(stands('everything', { leads: [lead('required_only')] })).toEqual(['waiting'])
  })

  it('has passed where every field that it gives arrived, with a reference and a text of the partner’s own', () => {
    const own = { reference: 'ORDER-1', qualification: 'Villaägare', customField: 'Via webben' }
    expect(stands('required_only', { leads: [lead('required_only', own)] })).toEqual(['passed'])
    const later = { valuationDate: '2026-01-01', email: 'PASS-2@example.com' }
    expect(stands('everything', { leads: [lead('everything', later)] })).toEqual(['passed'])
    expect(stands('apartment', { leads: [lead('apartment', { rooms: '2.5' })] })).toEqual(['passed'])
  })

  it('says by their names on the wire which fields are not as it gives them', () => {
    const cut = { lastName: '?hrn ?kerstr?m', address: 'Örnsköldsviks västra' }
    expect(stands('swedish_letters', { leads: [lead('swedish_letters', cut)] })).toEqual([
      ...['differs', 'person.last_name', 'person.address'],
    ])
    const elsewhere = { vitecSourceId: 'OTHER', livingArea: null, associationFee: 4_350 }
    expect(stands('everything', { leads: [lead('everything', elsewhere)] })).toEqual([
      ...['differs', 'customer.lead_id', 'property.living_area', 'property.association_fee'],
    ])
  })

  it('sees what was made up where only the required fields are given, and there alone', () => {
    const madeUp = { livingArea: 1, city: 'okänd' }
    expect(stands('required_only', { leads: [lead('required_only', madeUp)] })).toEqual([
      ...['differs', 'person.city', 'property.living_area'],
    ])
    expect(stands('swedish_letters', { leads: [lead('swedish_letters', { rooms: '4' })] })).toEqual([
      'passed',
    ])
  })

  it('goes by the newest, so that what was mended is seen, and what broke since too', () => {
    const [bad, good] = [lead('everything', { rooms: null }), lead('everything')]
    expect(stands('everything', { leads: [bad, good] })).toEqual(['passed'])
    expect(stands('everything', { leads: [good, bad] })).toEqual(['differs', 'property.rooms'])
  })

  it('is not passed by a lead that is not delivered', () => {
    const refused = lead('everything', {}, { status: 'rejected' })
    expect(stands('everything', { leads: [refused] })).toEqual(['not_delivered'])
    expect(stands('everything', { leads: [lead('everything', {}, { status: 'pending' })] })).toEqual([
      'passed',
    ])
  })

  it('wants the same request twice and one lead of it', () => {
    const [first, second] = [lead('sent_twice'), lead('sent_twice')]
    const repeated = (leadId: string) => answer({ httpStatus: 200, code: 'repeated', leadId })
    expect(stands('sent_twice', { leads: [first] })).toEqual(['once'])
    expect(stands('sent_twice', { leads: [first, second] })).toEqual(['twice'])
    expect(stands('sent_twice', { leads: [first], answers: [repeated('another')] })).toEqual(['once'])
    expect(stands('sent_twice', { leads: [first], answers: [repeated(first.id)] })).toEqual(['passed'])
  })

  it('is a refusal with its code and exactly its fields', () => {
    const fields = ['person.phone', 'person.email']
    expect(stands('no_contact', { answers: [answer({ fields })] })).toEqual(['passed'])
    expect(stands('no_contact', { answers: [answer({ fields: ['person.phone'] })] })).toEqual(['waiting'])
    expect(stands('no_contact', { answers: [answer({ fields: [...fields, 'person.city'] })] })).toEqual([
      'waiting',
    ])
    const forbidden = answer({ httpStatus: 403, code: 'forbidden' })
    expect(stands('other_customer', { answers: [forbidden] })).toEqual(['passed'])
  })

  it('is not passed where what had to be refused was taken, unless it was refused since', () => {
    const mended = lead('required_only', { email: 'fail-2@example.com' })
    const refused = answer({ fields: ['property.valuation'] })
    expect(stands('valuation_as_text', { leads: [mended] })).toEqual(['taken'])
    expect(stands('valuation_as_text', { leads: [mended], answers: [refused] })).toEqual(['passed'])
    const after = lead('required_only', { email: 'fail-2@example.com' })
    expect(stands('valuation_as_text', { leads: [after], answers: [refused] })).toEqual(['taken'])
  })

  it('is Vitec’s own no for a lead source that does not exist', () => {
    const sent = (status: ArrivedLead['status']) => ({
      leads: [lead('required_only', { email: 'fail-5@example.com' }, { status })],
    })
    expect(stands('unknown_lead_source', sent('rejected'))).toEqual(['passed'])
    expect(stands('unknown_lead_source', sent('pending'))).toEqual(['waiting'])
    expect(stands('unknown_lead_source', sent('delivered'))).toEqual(['taken'])
  })
})

describe('what is none of the cases', () => {
  it('is shown with its code and fields, the newest first, so that the partner’s fault is seen', () => {
    const known = answer({ fields: ['property.valuation'] })
    const repeated = answer({ httpStatus: 200, code: 'repeated', leadId: 'lead' })
    const older = answer({ httpStatus: 400, code: 'not_json', fields: [] })
    const newer = answer({ fields: ['person.zip_code'] })
    const { otherRefusals, otherLeads } = judge({ answers: [older, known, repeated, newer], otherLeads: 3 })
    expect(otherRefusals.map(({ code, fields }) => [code, ...fields])).toEqual([
      ['invalid_fields', 'person.zip_code'],
      ['not_json'],
    ])
    expect(otherLeads).toBe(3)
  })

  it('is shown ten times at most', () => {
    const answers = Array.from({ length: 30 }, () => answer({ fields: ['person.city'] }))
    expect(judge({ answers }).otherRefusals).toHaveLength(10)
  })
})
