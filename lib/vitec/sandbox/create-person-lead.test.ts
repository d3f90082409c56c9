import { describe, expect, it } from 'vitest'
import { createPersonLead } from './create-person-lead'
import { sandboxPassword, sandboxUsername } from './require-credentials'
import type { SandboxInboxEntry } from './sandbox-store'

const personLead = {
  firstName: 'Erik',
  lastName: 'Andersson',
  message: 'Du har fått ett lead.',
  typeId: 'LEAD456',
  telephone: { cell: '+46701234567' },
}

const authorization = `Basic ${btoa(`${sandboxUsername}:${sandboxPassword}`)}`

const requestFor = (body: string, init: RequestInit = {}) =>
  new Request('http://sandbox/', {
    method: 'POST',
    body,
    ...init,
    headers: { authorization, 'content-type': 'application/json; charset=utf-8', ...init.headers },
  })

/** Posts a body as it stands to the stand-in; gives its answer and what it kept. */
async function post(body: string, headers: Record<string, string> = {}) {
  const kept: SandboxInboxEntry[] = []
  const store = { add: async (entry: SandboxInboxEntry) => void kept.push(entry), list: async () => kept }
  const response = await createPersonLead(requestFor(body, { headers }), 'ABC123', { store })
  return { status: response.status, answer: await response.json(), kept }
}

const refusal = (modelState: object) => ({ message: 'The request is invalid.', modelState })

it('drops the connection where it does not know whether it kept the lead, because an error says that it did not', async () => {
  const store = { add: () => Promise.reject(new Error('the database is silent')) }
  const response = await createPersonLead(requestFor(JSON.stringify(personLead)), 'ABC123', { store })
  await expect(response.text()).rejects.toThrow('drops this connection')
})

describe('the stand-in, held to the contract', () => {
  it.each([
    ['a telephone number alone', {}],
    [
      'an e-mail address alone',
      { telephone: undefined, email: { emailAddress: 'erik.andersson@example.com' } },
    ],
    ['names of 30 characters', { firstName: 'å'.repeat(30), lastName: 'ö'.repeat(30) }],
    ['emoji', { message: 'Värd att ringa 👍' }],
  ])('takes %s', async (_, change) => {
    const { status, answer, kept } = await post(JSON.stringify({ ...personLead, ...change }))
    expect(status).toBe(200)
    expect(kept.map(({ id }) => id)).toEqual([answer])
  })

  const tooLong = (name: string, max: number) =>
    `The field ${name} must be a string with a maximum length of ${max}.`
  it.each<[string, object, object]>([
    [
      'a missing name',
      { firstName: undefined },
      { 'personLead.firstName': ['The firstName field is required.'] },
    ],
    ['an empty name', { lastName: '' }, { 'personLead.lastName': ['The lastName field is required.'] }],
    ['a blank name', { lastName: ' ' }, { 'personLead.lastName': ['The lastName field is required.'] }],
    ['a long name', { firstName: 'x'.repeat(31) }, { 'personLead.firstName': [tooLong('firstName', 30)] }],
    ['no message', { message: '' }, { 'personLead.message': ['The message field is required.'] }],
    ['no lead source', { typeId: undefined }, { 'personLead.typeId': ['The typeId field is required.'] }],
    [
      'a long number',
      { telephone: { cell: '1'.repeat(18) } },
      { 'personLead.telephone.cell': [tooLong('cell', 17)] },
    ],
    [
      'a long street',
      { address: { streetAddress: 'x'.repeat(69) } },
      { 'personLead.address.streetAddress': [tooLong('streetAddress', 68)] },
    ],
    [
      'a long zip code',
      { address: { zipCode: '1'.repeat(16) } },
      { 'personLead.address.zipCode': [tooLong('zipCode', 15)] },
    ],
    [
      'a long city',
      { address: { city: 'x'.repeat(26) } },
      { 'personLead.address.city': [tooLong('city', 25)] },
    ],
    [
      'a long e-mail',
      { email: { emailAddress: 'x'.repeat(101) } },
      { 'personLead.email.emailAddress': [tooLong('emailAddress', 100)] },
    ],
    [
      'a number as a name',
      { firstName: 7 },
      { 'personLead.firstName': ['The field firstName must be of type string.'] },
    ],
    [
      'neither e-mail nor phone',
      { telephone: { cell: '' } },
      { personLead: ['An e-mail address or a telephone number is required.'] },
    ],
    [
      'an unknown field',
      { firstname: 'Erik' },
      { 'personLead.firstname': ["Could not find the member 'firstname'."] },
    ],
    [
      'a personal number',
      { socialSecurityNumber: '' },
      { 'personLead.socialSecurityNumber': ["Could not find the member 'socialSecurityNumber'."] },
    ],
    [
      'an unknown inner field',
      { address: { street: '' } },
      { 'personLead.address.street': ["Could not find the member 'street'."] },
    ],
    [
      'a NUL',
      { message: 'a\0' },
      { 'personLead.message': ['The text holds characters that cannot be stored.'] },
    ],
  ])('refuses %s and says so by its name', async (_, change, modelState) => {
    const { status, answer, kept } = await post(JSON.stringify({ ...personLead, ...change }))
    expect({ status, answer }).toEqual({ status: 400, answer: refusal(modelState) })
    expect(kept).toEqual([])
  })

  it('refuses half a character, which JSON can spell out and the database cannot keep', async () => {
    const { status } = await post(JSON.stringify({ ...personLead, message: 'x' }).replace('"x"', '"\\ud83d"'))
    expect(status).toBe(400)
  })

  it('names all that is wrong at once', async () => {
    const { answer } = await post('{}')
    expect(Object.keys(answer.modelState)).toEqual(
      ['firstName', 'lastName', 'message', 'typeId'].map((field) => `personLead.${field}`),
    )
  })

  it.each([
    ['text that is not JSON', 400, 'firstName=Erik', {}],
    ['nothing', 400, '', {}],
    ['a list', 400, '[]', {}],
    ['a form', 415, '{}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['more than 64 KiB', 413, JSON.stringify({ ...personLead, message: 'x'.repeat(70_000) }), {}],
    ['wrong credentials', 401, JSON.stringify(personLead), { authorization: 'Basic c2FuZGJveDpvdGhlcg==' }],
    ['no credentials', 401, JSON.stringify(personLead), { authorization: '' }],
  ])('answers %s with %i and a message', async (_, status, body, headers) => {
    const refused = await post(body, headers)
    expect(refused).toMatchObject({ status, answer: { message: expect.any(String) }, kept: [] })
  })

  it('lets a caller of SANDBOX-TIMEOUT go when it has lost its patience', async () => {
    const caller = new AbortController()
    const store = { add: () => Promise.reject(new Error('Nothing is created.')), list: async () => [] }
    const request = requestFor(JSON.stringify(personLead), { signal: caller.signal })
    const answer = createPersonLead(request, 'SANDBOX-TIMEOUT', { store })
    caller.abort()
    await expect((await answer).text()).rejects.toThrow('The sandbox drops this connection.')
  })
})
