import { describe, expect, it } from 'vitest'
import type { FieldError } from '@/lib/validation/field-error'
import { fieldErrors } from '@/lib/validation/field-error-message'
import { bareLead } from '@/test/support/leads/bare-lead'
import { today } from '@/test/support/leads/read-field'
import { seedBody } from '@/test/support/leads/seed-body'
import { leadRequestSchema } from './wire-lead'

const schema = leadRequestSchema(today)

function errorsOf(body: unknown): FieldError[] {
  const parsed = schema.safeParse(body)
  return parsed.success ? [] : fieldErrors(parsed.error)
}
const brief = (body: unknown) => errorsOf(body).map(({ field, code }) => `${field} ${code}`)

describe('leadRequestSchema', () => {
  it("reads the source document's request, nulls included", () => {
    expect(schema.parse(seedBody())).toEqual({
      ...bareLead,
      zipCode: '11422',
      city: 'Stockholm',
      livingArea: 150,
      secondaryArea: 40,
      lotSizeArea: 800,
      yearBuilt: '1992',
      occupantType: 'Owner',
    })
  })

  it('asks for no more than the contract does', () => {
    const { customer, person, property } = seedBody()
    const { zip_code, city, ...required } = person
    const { valuation, property_sub_type } = property
    const body = { customer, person: required, property: { valuation, property_sub_type } }
    expect(schema.parse(body)).toEqual(bareLead)
  })

  it('names every wrong field at once, in every object', () => {
    expect(
      brief({ customer: {}, person: { email: 'x', city: 1 }, property: { valuation: '1', rooms: 'x' } }),
    ).toEqual([
      'customer.customer_id required',
      'customer.lead_id required',
      'person.first_name required',
      'person.last_name required',
      'person.email invalid_email',
      'person.phone required',
      'person.address required',
      'person.city not_text',
      'property.valuation not_number',
      'property.property_sub_type required',
      'property.rooms invalid_rooms',
    ])
  })

  it('names a missing object once, and the wrong fields of the others', () => {
    const { customer, property } = seedBody()
    expect(brief({ customer, property: { ...property, valuation: 0 } })).toEqual([
      'person required',
      'property.valuation too_small',
    ])
    expect(brief({})).toEqual(['customer required', 'person required', 'property required'])
  })

  it('refuses an array or anything else where an object belongs', () => {
    expect(brief({ customer: [], person: 'Erik', property: 1 })).toEqual([
      'customer not_object',
      'person not_object',
      'property not_object',
    ])
  })

  it.each([null, [], 'text', 1, true])('refuses %j as a body', (body) => {
    expect(brief(body)).toEqual(['body not_object'])
  })

  it('gives the limits with the code, for whoever translates it', () => {
    const { customer, person, property } = seedBody()
    const body = {
      customer,
      person: { ...person, city: 'x'.repeat(26) },
      property: { ...property, valuation: 0 },
    }
    expect(errorsOf(body)).toEqual([
      {
        field: 'person.city',
        code: 'too_long',
        message: 'Must be at most 25 characters.',
        params: { max: 25 },
      },
      { field: 'property.valuation', code: 'too_small', message: 'Must be at least 1.', params: { min: 1 } },
    ])
  })

  it('says that a number must not be text', () => {
    const { property } = seedBody()
    const [error] = errorsOf({ ...seedBody(), property: { ...property, valuation: '5500000' } })
    expect(error?.message).toBe('Must be a number, not text: 5500000, not "5500000".')
  })

  it('is another schema on another day, because a date may be allowed then', () => {
    const body = { ...seedBody(), property: { ...seedBody().property, valuation_date: '2026-01-28' } }
    expect(schema.safeParse(body).success).toBe(false)
    expect(leadRequestSchema('2026-01-28').safeParse(body).success).toBe(true)
    expect(leadRequestSchema(today).safeParse(body).success).toBe(false)
  })
})
