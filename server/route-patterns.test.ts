import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { routePatterns } from './route-patterns'

const routeOf = routePatterns(join(import.meta.dirname, '..'), ['/lead/:id', '/lead-sources'])

describe('the pattern of an address', () => {
  it.each([
    ['/', '/'],
    ['/leads', '/leads'],
    ['/leads/', '/leads'],
    ['/leads/new', '/leads/new'],
    ['/leads/erik.andersson%40example.com', '/leads/[leadId]'],
    ['/settings/privacy/0701234567', '/settings/privacy/[erasureId]'],
    ['/sign-in', '/sign-in'],
    ['/api/lead/erik', '/api/lead/[id]'],
    ['/lead/erik', '/lead/[id]'],
    ['/api/%6Cead', '/api/lead'],
    ['/api/staff/people/erik/reset', '/api/staff/people/[personId]/reset'],
    ['/api/staff/people/erik/andersson', '/api/[...path]'],
    ['/sandbox/vitec/LeadSources/erik', '/sandbox/vitec/LeadSources/[customerId]'],
  ])('of %s is %s, from the folders of the application', (path, pattern) => {
    expect(routeOf(path)).toEqual({ pattern, kind: 'app' })
  })

  it.each([
    '/erik/andersson',
    '/leads/erik/andersson',
    '/wp-login.php',
    '/__proto__',
    '/leads/%E0%A4%A',
    '//',
    '',
  ])('of %s, which is none of ours, says nothing of it', (path) => {
    expect(routeOf(path).pattern).not.toMatch(/erik|wp|proto|%/)
  })

  it('tells files from pages, because a page fetches many', () => {
    expect(routeOf('/favicon.ico')).toEqual({ pattern: '/favicon.ico', kind: 'file' })
    expect(routeOf('/_next/static/chunks/erik.js')).toEqual({ pattern: '/_next/[...file]', kind: 'file' })
  })
})
