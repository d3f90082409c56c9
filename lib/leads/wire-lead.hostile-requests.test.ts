import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadErrorCodes } from '@/lib/validation/field-error'
import { fieldErrors } from '@/lib/validation/field-error-message'
import { anyBody } from '@/test/support/leads/any-body'
import { today } from '@/test/support/leads/read-field'
import { seedBody } from '@/test/support/leads/seed-body'
import { wireOf } from '@/test/support/leads/wire-of'
import { leadSchema } from './lead'
import { leadRequestSchema } from './wire-lead'

const schema = leadRequestSchema(today)

function brief(body: unknown): string[] {
  const parsed = schema.safeParse(body)
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ field, code }) => `${field} ${code}`)
}

/** Either a lead, which a second reading leaves as it is, or errors with a code and a whole sentence each. */
function meetsContract(body: unknown): void {
  const parsed = schema.safeParse(body)
  if (parsed.success) {
    expect(leadSchema.parse(parsed.data)).toEqual(parsed.data)
    expect(JSON.stringify(parsed.data)).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]|NaN|Infinity/u)
    expect(schema.parse(wireOf(parsed.data))).toEqual(parsed.data)
    return
  }
  const errors = fieldErrors(parsed.error)
  expect(errors).not.toEqual([])
  for (const { code, message } of errors) {
    expect(leadErrorCodes).toContain(code)
    expect(code).not.toBe('invalid')
    expect(message).not.toMatch(/undefined|\{/)
  }
}

describe('hostile requests', () => {
  it('are never read through __proto__, and never change a prototype', () => {
    const json = JSON.stringify(seedBody())
    const polluted = JSON.parse(json.replace('"city"', '"__proto__":{"city":"Malmö","polluted":1},"zip"'))
    expect(schema.parse(polluted)).toEqual(schema.parse(JSON.parse(json.replace(',"city":"Stockholm"', ''))))
    expect(brief(JSON.parse(`{"__proto__":${json}}`))).toEqual(brief({}))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('count the last of duplicate keys, as JSON.parse does', () => {
    const json = JSON.stringify(seedBody()).replace('"city"', '"city":"Malmö","city"')
    expect(schema.parse(JSON.parse(json)).city).toBe('Stockholm')
  })

  it('may be as deep as they like', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)
    expect(brief({ ...seedBody(), person: deep, extra: deep })).toContain('person.first_name required')
    expect(brief({ ...seedBody(), customer: { customer_id: deep, lead_id: 'x' } })).toEqual([
      'customer.customer_id not_text',
    ])
  })

  it.each(['a', 'a.', '-', '1', ' a', '0', '9-', '@', '\u0301'])(
    'take no time with 64 KiB of %j in every field',
    (unit) => {
      const text = unit.repeat(65_536 / unit.length)
      const fill = (fields: object) =>
        Object.fromEntries(Object.keys(fields).map((name) => [name, `x@${text}`]))
      const { customer, person, property } = seedBody()
      const more = { qualification: '', custom_field: '', valuation_date: '' }
      const started = performance.now()
      expect(
        brief({ customer: fill(customer), person: fill({ ...person, ...more }), property: fill(property) }),
      ).not.toEqual([])
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )

  it('give a lead that meets the contract or a list of errors, whatever they are', () => {
    const anyPart = (names: string[]) =>
      fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...names, '__proto__'), fc.anything({ withNullPrototype: true })),
      )
    const { customer, person, property } = seedBody()
    const anyRequest = fc.oneof(
      fc.anything(),
      fc.record({
        customer: anyPart(Object.keys(customer)),
        person: anyPart([...Object.keys(person), 'custom_field', 'qualification']),
        property: anyPart([...Object.keys(property), 'valuation_date']),
      }),
    )
    fc.assert(fc.property(anyRequest, meetsContract), { numRuns: 300 })
  })

  it('give the same when one field of a good request is anything', () => {
    const { customer, person, property } = seedBody()
    const fields = Object.entries({ customer, person, property }).flatMap(([part, values]) =>
      Object.keys(values).map((name) => [part, name] as const),
    )
    const anyValue = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.double(), fc.bigInt())
    fc.assert(
      fc.property(anyBody, fc.constantFrom(...fields), anyValue, (body, [part, name], value) =>
        meetsContract({ ...body, [part]: { ...Object(Reflect.get(body, part)), [name]: value } }),
      ),
      { numRuns: 150 },
    )
  })

  it('come out of a second reading as they came out of the first', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const lead = schema.parse(body)
        expect(schema.parse(wireOf(lead))).toEqual(lead)
      }),
    )
  })
})
