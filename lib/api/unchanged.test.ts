import { expect, it } from 'vitest'
import { unlessUnchanged } from './unchanged'

const ask = (body: unknown, ifNoneMatch?: string, secret = 'secret') =>
  unlessUnchanged(
    new Request('http://localhost/', { headers: ifNoneMatch ? { 'If-None-Match': ifNoneMatch } : {} }),
    body,
    { secret, headers: { 'Retry-After': '5' } },
  )
const tagOf = (answer: Response) => answer.headers.get('etag') ?? ''
const lead = { status: 'pending', lead_message: 'Erik Andersson, +46701234567' }

it('is the answer with a tag, which changes whenever the answer does', async () => {
  const answer = ask(lead)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual(lead)
  expect(tagOf(answer)).toMatch(/^W\/"[\w-]{32}"$/)
  expect(tagOf(ask(lead))).toBe(tagOf(answer))
  expect(tagOf(ask({ ...lead, status: 'delivered' }))).not.toBe(tagOf(answer))
})

it('is 304 without a body for who has it, also as a strong tag', async () => {
  const tag = tagOf(ask(lead))
  for (const named of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
    const answer = ask(lead, named)
    expect([answer.status, await answer.text(), tagOf(answer)]).toEqual([304, '', tag])
    expect(answer.headers.get('retry-after')).toBe('5')
  }
  expect(ask({ ...lead, status: 'delivered' }, tag).status).toBe(200)
  expect(ask(lead, 'x').status).toBe(200)
})

it('has a tag that nobody can guess a person by who does not have the key', () => {
  expect(tagOf(ask(lead, undefined, 'another'))).not.toBe(tagOf(ask(lead)))
})
