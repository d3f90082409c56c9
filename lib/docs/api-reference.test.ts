import { describe, expect, it } from 'vitest'
import { apiReference } from './api-reference'
import { readSamples } from './read-samples'

const operations = apiReference().flatMap((group) => group.operations)
const find = (id: string) => operations.find((operation) => operation.id === id)

describe('what a reader is shown of the API', () => {
  it('is every operation once, under what it is about', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(['POST /api/lead', 'GET /api/leads', 'PUT /api/webhook', 'GET /api/me']),
    )
  })

  it('is every field of a lead by its dotted name, with what it may be', () => {
    const fields = find('createLead')?.body?.fields ?? []
    const kind = (name: string) => fields.find((field) => field.name === name)
    expect(kind('person.first_name')).toMatchObject({ kind: 'text, 1–30 characters', isRequired: true })
    expect(kind('person.city')).toMatchObject({ kind: 'text, up to 25 characters', isRequired: false })
    expect(kind('property.occupant_type')).toMatchObject({ kind: 'Owner, TenantOwnership' })
    expect(kind('property.valuation_date')).toMatchObject({ kind: 'date' })
  })

  it('is an example of every answer that has a body, and no answer without a meaning', () => {
    for (const { id, answers } of operations) {
      expect([id, answers.filter(({ meaning }) => meaning === '')]).toEqual([id, []])
      const bare = answers.filter(({ examples }) => examples.length === 0).map(({ status }) => status)
      expect([id, bare.filter((status) => !['200', '304'].includes(status))]).toEqual([id, []])
    }
  })

  it('is a program for each language that names its settings and no key', () => {
    const samples = Object.entries(readSamples())
    expect(samples.filter(([, text]) => text.length < 100)).toEqual([])
    for (const [name, text] of samples.filter(([name]) => name.startsWith('send')))
      expect([name, /API_URL/.test(text) && /API_KEY/.test(text)]).toEqual([name, true])
  })
})
