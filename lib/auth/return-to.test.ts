import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { returnTo, signInAddress } from './return-to'

const id = '0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

const pages = readdirSync('app/(staff)', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/page\.tsx$/, '').replace(/\[\w+\]/g, id)}`)

it.each([...pages, '/sandbox/inbox'])(
  'leads back to %s, as to every page that asks who somebody is',
  (page) => {
    expect(returnTo(page)).toBe(page)
    const { searchParams } = new URL(signInAddress(page), 'https://leads.example.com')
    expect(searchParams.get('to') ?? '/leads').toBe(page)
  },
)

it('keeps the filters of the log, and nothing else of a query: it could be of a person', () => {
  expect(returnTo('/leads?status=failed&q=Anna&_rsc=1a2b')).toBe('/leads?status=failed')
  expect(returnTo('/leads?status=Anna')).toBe('/leads')
  const filter = `status=failed,unknown&customer=${id}&channel=api&sender=key:${id}&received=2026-01-01..2026-01-31&tests=only`
  expect(returnTo(`/leads?${filter}&search=Anna`)).toBe(`/leads?${filter}`)
  expect(returnTo('/leads?customer=Anna&sender=key:Anna&received=anna&channel=anna&tests=anna&vy=Anna')).toBe(
    '/leads',
  )
  for (const vy of ['all', id, 'x'.repeat(43)]) expect(returnTo(`/leads?vy=${vy}`)).toBe(`/leads?vy=${vy}`)
  expect(returnTo(`/leads/${id}?_rsc=1a2b`)).toBe(`/leads/${id}`)
})

const hostile = [
  '//evil.example',
  '///evil.example/leads',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/leads/../..//evil.example',
  '/leads//evil.example',
  '/leads\\..\\..\\evil.example',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '%2F%2Fevil.example',
  '/leads%2F..%2F..%2F%2Fevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/leads\n',
  '/leads\r\nSet-Cookie: a=b',
  '/leads\0',
  '/leads\u2028',
  '/\u2215evil.example',
  'https:evil.example',
  'https://evil.example/leads',
  'HTTPS:/evil.example',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'leads',
  '@evil.example/leads',
  '.evil.example',
  '/leads@evil.example',
  '/leads/#//evil.example',
  '/LEADS',
  '/sign-in',
  '/sign-in?to=/sign-in',
  '/api/staff/people',
  '/leads/anna-andersson',
  '/leads/+46701234567',
  '',
]

it.each(hostile.map((address) => [JSON.stringify(address), address]))(
  'leads to the start page instead of %s',
  (_, address) => {
    expect(returnTo(address)).toBeNull()
    expect(signInAddress(address ?? null)).toBe('/sign-in')
  },
)

it.each([[undefined], [null], [['/leads/new', '/customers']], [{}]])('takes %j for no address', (given) => {
  expect(returnTo(given)).toBeNull()
})
