import { describe, expect, it } from 'vitest'
import { refuseForeignPage } from './csrf'

const ask = (method: string, headers: Record<string, string>) => () =>
  refuseForeignPage(
    new Request('http://localhost:3000/api/staff/leads', {
      method,
      headers: { host: 'localhost:3000', ...headers },
    }),
  )

describe('refuseForeignPage', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['the person, with no page', { 'sec-fetch-site': 'none' }],
    ['our own page in an older browser', { origin: 'http://localhost:3000' }],
    ['no browser', {}],
  ])('lets %s change something', (_, headers) => {
    expect(ask('POST', headers)).not.toThrow()
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:8080' }],
    ['a page that hides its origin', { origin: 'null' }],
  ])('refuses a change that %s asks for, because the browser would send the session along', (_, headers) => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
      expect(ask(method, headers)).toThrow(expect.objectContaining({ code: 'foreign_page' }))
  })

  it('lets others link to us, because reading changes nothing', () => {
    expect(ask('GET', { 'sec-fetch-site': 'cross-site' })).not.toThrow()
  })
})
