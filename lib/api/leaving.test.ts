import { afterEach, describe, expect, it } from 'vitest'
import { openapiDocument } from '@/lib/openapi/openapi-document'
import { setIdentify } from './caller'
import { handler } from './handler'
import { type Leaving, leaving, leavingHeaders } from './leaving'

const lead: Leaving = {
  ...{ operation: 'GET /api/lead/{id}', since: '2027-01-10', until: '2028-02-01' },
  ...{ instead: '`GET /api/leads`', link: '/docs#versions' },
}
const status: Leaving = {
  ...lead,
  ...{ field: { schema: 'LeadStatusAnswer', name: 'status' }, instead: '`state`' },
}
const told = (list: Leaving[], method: string, path: string) =>
  leavingHeaders(list, { method, url: `http://localhost${path}` })

describe('an operation that is on its way out', () => {
  it('says since when, until when and where to read on, as RFC 9745 and RFC 8594 write it', () => {
    expect(Object.fromEntries(told([lead], 'GET', '/api/lead/019ac1d2'))).toEqual({
      Deprecation: '@1799539200',
      Sunset: 'Tue, 01 Feb 2028 00:00:00 GMT',
      Link: '</docs#versions>; rel="deprecation"; type="text/html", </docs#versions>; rel="sunset"; type="text/html"',
    })
  })

  it.each([
    ['HEAD', '/api/lead/a', true],
    ['GET', '/lead/a', true],
    ['POST', '/api/lead/a', false],
    ['GET', '/api/leads', false],
    ['GET', '/api/lead', false],
    ['GET', '/api/lead/a/b', false],
  ])('is asked by %s %s: %s', (method, path, isIt) => {
    expect(told([lead], method, path).length > 0).toBe(isIt)
  })

  it('does not say that an address goes of which a field goes', () => {
    expect(told([status], 'GET', '/api/lead/a')).toEqual([
      ['Link', '</docs#versions>; rel="deprecation"; type="text/html"'],
    ])
    expect(told([status, lead], 'GET', '/api/lead/a').map(([name]) => name)).toEqual([
      'Deprecation',
      'Sunset',
      'Link',
    ])
  })

  afterEach(() => setIdentify(undefined))

  it('says so with every answer, refusals too', async () => {
    setIdentify(async () => null)
    const GET = handler('read', async () => Response.json({}), [lead])
    const context = { params: Promise.resolve({}) }
    const refused = await GET(new Request('http://localhost/api/lead/a'), context)
    expect([refused.status, refused.headers.get('deprecation')]).toEqual([401, '@1799539200'])
    const other = await GET(new Request('http://localhost/api/leads'), context)
    expect(other.headers.get('deprecation')).toBeNull()
  })
})

describe('what is on its way out', () => {
  it.each([[leaving], [[lead, status]]])('is in the document, and stays for a year at least', (list) => {
    expect(() => openapiDocument('/', list)).not.toThrow()
    for (const { since, until } of list) {
      const year = new Date(since)
      year.setUTCFullYear(year.getUTCFullYear() + 1)
      expect(new Date(until).getTime()).toBeGreaterThanOrEqual(year.getTime())
    }
  })

  it('is marked in the document, with its last day and what to take instead', () => {
    const asItIs = JSON.stringify(openapiDocument())
    const document = openapiDocument('/', [lead, status])
    expect(document).toMatchObject({
      paths: {
        '/api/lead/{id}': {
          get: {
            deprecated: true,
            description: expect.stringContaining(
              'On its way out since 2027-01-10, gone from 2028-02-01 on. Instead: `GET /api/leads`.',
            ),
            responses: {
              200: { headers: { Deprecation: { $ref: '#/components/headers/Deprecation' }, Sunset: {} } },
            },
          },
        },
      },
      components: {
        headers: { Deprecation: {}, Sunset: {}, DeprecationLink: {} },
        schemas: {
          LeadStatusAnswer: {
            properties: {
              status: { deprecated: true, description: expect.stringContaining('Instead: `state`.') },
            },
          },
        },
      },
    })
    expect(JSON.stringify(openapiDocument())).toBe(asItIs)
  })

  it.each([
    { ...lead, operation: 'GET /api/lead/{other}' },
    { ...status, field: { schema: 'LeadStatusAnswer', name: 'state.of' } },
  ])('cannot be what the document does not have', (none) => {
    expect(() => openapiDocument('/', [none])).toThrow(/not in the document/)
  })
})
