import { expect, test } from 'playwright/test'
import { leadBody, uniquePerson } from '../actions/leads'

const json = 'application/json'
const changed = (part: 'customer' | 'person' | 'property', name: string, value: string) => {
  const body = JSON.stringify(leadBody({ [part]: { [name]: '@@' } }))
  return body.replace('"@@"', value)
}

/** What is sent, as which type, and the status and field (or code) it is answered with. */
const table: [what: string, body: string | Buffer, type: string, http: number, names: string][] = [
  ['nothing', '', json, 400, 'not_json'],
  ['what is not JSON', '{nope', json, 400, 'not_json'],
  ['a lead in Latin-1', Buffer.from(JSON.stringify({ a: 'å' }), 'latin1'), json, 400, 'not_json'],
  ['a lead in UTF-16', Buffer.from('{}', 'utf16le'), json, 400, 'not_json'],
  ['nesting without end', '['.repeat(30_000), json, 400, 'not_json'],
  ['text', '{}', 'text/plain', 415, 'wrong_content_type'],
  ['JSON in Latin-1', '{}', `${json}; charset=iso-8859-1`, 415, 'wrong_content_type'],
  ['a hostile media type', '{}', `${json}${' '.repeat(4000)}x`, 415, 'wrong_content_type'],
  ['a name in the wrong case', '{"person":{"firstName":"Erik"}}', json, 422, 'person.firstName'],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'wrong_content_type'],
  ['10 MB', `{"a":"${'x'.repeat(10_000_000)}"}`, json, 413, 'body_too_large'],
  ['64 KiB and a byte', `{"a":"${'x'.repeat(65_529)}"}`, json, 413, 'body_too_large'],
  ['null', 'null', json, 422, 'body'],
  ['an array', '[]', json, 422, 'body'],
  ['a number', '5', json, 422, 'body'],
  ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000), json, 422, 'body'],
  ['an empty object', '{}', json, 422, 'person'],
  ['arrays for objects', '{"customer":[],"person":[],"property":[]}', json, 422, 'property'],
  ['a number for a name', changed('person', 'first_name', '7'), json, 422, 'person.first_name'],
  ['NUL in a name', changed('person', 'first_name', '"a\\u0000b"'), json, 422, 'person.first_name'],
  ['a bidi override in a name', changed('person', 'last_name', '"a\\u202eb"'), json, 422, 'person.last_name'],
  ['half a surrogate pair', changed('person', 'city', '"\\ud800"'), json, 422, 'person.city'],
  ['a long name', changed('person', 'first_name', `"${'x'.repeat(31)}"`), json, 422, 'person.first_name'],
  ['a value as text', changed('property', 'valuation', '"5500000"'), json, 422, 'property.valuation'],
  ['a negative value', changed('property', 'valuation', '-1'), json, 422, 'property.valuation'],
  ['1e308', changed('property', 'valuation', '1e308'), json, 422, 'property.valuation'],
  ['1e400', changed('property', 'living_area', '1e400'), json, 422, 'property.living_area'],
  [
    'a personal number',
    changed('person', 'custom_field', '"19811218-9876"'),
    json,
    422,
    'person.custom_field',
  ],
  ['a phone number that nobody can dial', changed('person', 'phone', '"070123"'), json, 422, 'person.phone'],
  ['no rooms', changed('property', 'rooms', '0'), json, 422, 'property.rooms'],
  [
    'a personal number of twelve digits',
    changed('person', 'qualification', '"Nr 198112189876"'),
    json,
    422,
    'person.qualification',
  ],
]

for (const [what, data, type, http, names] of table) {
  test(`${what} is answered ${http} in the contract's shape, and nothing is stored`, async ({ request }) => {
    const answer = await request.post('/api/lead', {
      data: Buffer.from(data),
      headers: { 'Content-Type': type },
    })
    expect(answer.status()).toBe(http)
    const body = await answer.json()
    expect(body).toMatchObject({ status: 'ERROR', message: expect.stringMatching(/\.$/) })
    expect(body.request_id).toBe(answer.headers()['x-request-id'])
    expect(body).not.toHaveProperty('id')
    const named = http === 422 ? body.errors.map((error: { field: string }) => error.field) : [body.code]
    expect(named).toContain(names)
  })
}

test('all wrong fields are named at once', async ({ request }) => {
  const data = leadBody({
    person: { phone: '12', email: 'nobody' },
    property: { valuation: 0, rooms: 'many' },
  })
  const { errors } = await (await request.post('/api/lead', { data })).json()
  const fields = errors.map((error: { field: string }) => error.field)
  expect(fields).toEqual(['person.email', 'person.phone', 'property.valuation', 'property.rooms'])
})

test('of duplicate keys the last counts, and __proto__ is a field like any other', async ({ request }) => {
  const lead = JSON.stringify(leadBody({ person: uniquePerson() }))
  const data = Buffer.from(`{"__proto__":{"x":1},"person":{},${lead.slice(1)}`)
  const answer = await request.post('/api/lead', { data, headers: { 'Content-Type': json } })
  expect(answer.status()).toBe(200)
  expect((await answer.json()).warnings).toEqual([expect.stringContaining('__proto__')])
})

for (const [method, path, http] of [
  ['GET', '/api/lead', 405],
  ['DELETE', '/lead', 405],
  ['POST', '/api/lead-sources', 405],
  ['GET', '/api/nothing', 404],
  ['GET', '/api/lead/nothing', 404],
  ['GET', '/api/lead/%00', 404],
  ['GET', '/api/lead/%ff', 400],
  ['GET', '/api/lead/01a0b0c0-0000-7000-8000-000000000001', 404],
  ['POST', '/api/staff/leads/nothing/send-again', 404],
] as const) {
  test(`${method} ${path} is answered ${http} in the contract's shape`, async ({ request }) => {
    const answer = await request.fetch(path, { method })
    expect(answer.status()).toBe(http)
    expect(await answer.json()).toMatchObject({
      status: 'ERROR',
      request_id: answer.headers()['x-request-id'],
    })
  })
}

test('a search with any characters is answered, because people paste anything', async ({ request }) => {
  for (const search of ['\0', '%', "'; --", '\ud800', '😀', '\u202e', '('.repeat(200)]) {
    const answer = await request.post('/api/staff/leads/search', { data: { search } })
    expect(answer.status(), JSON.stringify(search)).toBe(200)
  }
})
