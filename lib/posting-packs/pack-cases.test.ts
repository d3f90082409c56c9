import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { findLeadWarnings, misnamedFields } from '@/lib/leads/find-lead-warnings'
import { leadRequestSchema, personLimits } from '@/lib/leads/wire-lead'
import { parseInput } from '@/lib/validation/parse-input'
import { missingLeadSource } from '@/lib/vitec/sandbox/magic-customers'
import { packCases } from './pack-cases'

const now = new Date('2026-03-01T12:00:00Z')
const cases = packCases({ customerId: 'ABC123', leadSourceId: "LEAD'456" }, now)
const schema = leadRequestSchema('2026-03-01')

describe('the ten requests of a posting pack', () => {
  it('are five that are taken as they are, without a warning, and five that are not', () => {
    expect(cases.map(({ expected }) => expected.kind)).toEqual([
      ...Array(5).fill('taken'),
      ...Array(4).fill('refused'),
      'rejected',
    ])
    for (const { body, expected } of cases.filter(({ expected }) => expected.kind === 'taken'))
      expect([expected, findLeadWarnings(body, schema.parse(body))]).toEqual([expected, []])
  })

  it('are refused by the schema for exactly the fields and codes that the pack says', () => {
    const told = cases.flatMap(({ body, expected }) => {
      if (expected.kind !== 'refused' || expected.code !== 'invalid_fields') return []
      try {
        parseInput(schema, body, misnamedFields)
        return [{ expected, errors: [] }]
      } catch (error) {
        return [{ expected, errors: error instanceof AppError ? error.details.errors : [error] }]
      }
    })
    expect(told).toHaveLength(3)
    for (const { expected, errors } of told)
      expect(errors).toMatchObject(
        expected.fields.map((field, index) => ({ field, code: expected.codes[index] })),
      )
  })

  it('have an e-mail address each by which a lead of theirs is known, but for the one that has none', () => {
    const emails = cases.flatMap(({ email }) => email ?? [])
    expect(new Set(emails).size).toBe(9)
    for (const { email, body } of cases) if (email !== null) expect(body).toMatchObject({ person: { email } })
  })

  it('have the longest address there may be, and the lead source that the stand-in refuses', () => {
    const find = (id: string) => cases.find((one) => one.id === id)?.body
    expect(schema.parse(find('swedish_letters')).address).toHaveLength(personLimits.address)
    expect(find('unknown_lead_source')).toMatchObject({ customer: { lead_id: missingLeadSource } })
  })

  it('give every field there is between them', () => {
    const given = cases.flatMap(({ body }) => {
      const lead = schema.safeParse(body)
      return lead.success
        ? Object.entries(lead.data).flatMap(([name, value]) => (value === null ? [] : name))
        : []
    })
    const fields = Object.keys(schema.parse(cases[0]?.body))
    expect(fields.filter((name) => !given.includes(name))).toEqual(['reference'])
  })
})
