import { describe, expect, it } from 'vitest'
import { openapiDocument } from '@/lib/openapi/openapi-document'
import { apiReference, commonAnswers, eventReference, refusalFields } from './api-reference'
import { placeholders, readSamples, withIds } from './read-samples'

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

  it('is what each field of an answer and of a body means, if it is not made of others', () => {
    const all = [
      ...operations.flatMap(({ id, body, answers }) =>
        [...answers, ...(body ? [body] : [])].map(({ fields }) => ({ id, fields })),
      ),
      { id: 'events', fields: eventReference().fields },
      { id: 'refusals', fields: refusalFields() },
    ]
    const fields = all.flatMap((told) => told.fields.map((field) => ({ id: told.id, ...field })))
    const silent = fields.filter(
      ({ kind, meaning }) => meaning === '' && !/^(object|one of the codes)/.test(kind),
    )
    expect(silent.map(({ id, name }) => `${id} ${name}`)).toEqual([])
    expect(fields.some(({ name, mayBeNull }) => name === 'leads[].reference' && mayBeNull)).toBe(true)
  })

  it('is what many addresses answer once, and with each address what it alone answers', () => {
    const common = commonAnswers().map(({ status }) => status)
    expect(common).toEqual(['401', '403', '405', '414', '429', '431', '503', '503', 'default'])
    const own = find('createLead')?.answers.filter(({ isCommon }) => !isCommon)
    expect(own?.map(({ status }) => status)).toEqual(['200', '202', '400', '409', '413', '415', '422', '503'])
    expect(own?.find(({ status }) => status === '422')?.codes).toEqual([
      ...['invalid_fields', 'key_reused', 'invalid_idempotency_key'],
    ])
  })

  it('is an example of each event', () => {
    const { types, headers, fields } = eventReference()
    expect(types.map(({ name }) => name)).toEqual([
      ...[
        'lead.delivered',
        'lead.rejected',
        'lead.unknown',
        'lead.failed',
        'lead.cancelled',
        'lead.replaced',
      ],
      'webhook.test',
    ])
    expect(types.filter(({ name, example }) => !example.includes(`"type": "${name}"`))).toEqual([])
    expect(headers.map(({ name }) => name)).toContain('webhook-signature')
    expect(fields.map(({ name }) => name)).toContain('data.replaced_by')
  })

  it('is marked where it is on its way out', () => {
    const entry = {
      ...{ since: '2027-01-10', until: '2028-02-01' },
      ...{ instead: '`state`', link: '/docs' },
    }
    const document = openapiDocument('/', [
      { ...entry, operation: 'GET /api/me' },
      { ...entry, operation: 'GET /api/lead/{id}', field: { schema: 'LeadStatusAnswer', name: 'status' } },
    ])
    const marked = apiReference(document).flatMap((group) => group.operations)
    expect(marked.filter(({ isLeaving }) => isLeaving).map(({ id }) => id)).toEqual(['readOwnKey'])
    const fields = marked.flatMap(({ answers }) => answers.flatMap((answer) => answer.fields))
    expect(fields.filter(({ isLeaving }) => isLeaving).map(({ name }) => name)).toEqual(['status'])
  })

  it('is a program with ids of the service, or with what it refuses', () => {
    const ids = { customer: 'M30010', leadSource: 'SRC-1' }
    for (const [name, text] of Object.entries(withIds(readSamples(), ids)).filter(([name]) =>
      /^send/.test(name),
    ))
      expect([name, text.includes('M30010'), text.includes('SRC-1'), /ABC123|LEAD456/.test(text)]).toEqual([
        ...[name, true, true, false],
      ])
    expect(withIds(readSamples(), placeholders).sendWithCurl).toContain(
      '"customer_id": "<your customer_id>", "lead_id": "<your lead_id>"',
    )
  })

  it('is a program for each language that names its settings and no key', () => {
    const samples = Object.entries(readSamples())
    expect(samples.filter(([, text]) => text.length < 100)).toEqual([])
    for (const [name, text] of samples.filter(([name]) => name.startsWith('send')))
      expect([name, /API_URL/.test(text) && /API_KEY/.test(text)]).toEqual([name, true])
  })
})
