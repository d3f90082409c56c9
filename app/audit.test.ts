import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const api = join(import.meta.dirname, 'api')

/** What changes nothing that anybody could be asked about later: searches, counts, and halves of what is recorded whole. */
const unrecorded = [
  'auth/invitation',
  'staff/account/second-factor',
  'staff/audit/search',
  'staff/bulk-sends/count',
  'staff/leads/search',
  'staff/privacy/search',
]

/** The erasure's event is written with it, in its transaction; that of a sign-in is made of the session it began. */
const recorded = /auditEvent\(|signedInEvent\(|privacy\.erase\(/

const routes = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(staff|auth)\/.*route\.ts$/.test(file))
  .map((file) => ({ address: file.replace('/route.ts', ''), text: readFileSync(join(api, file), 'utf8') }))
  .filter(({ text }) => /export const (POST|PUT|PATCH|DELETE)\b/.test(text))

describe('the audit log', () => {
  it('hears of every state change that people can ask for: a route that does not tell it is named here', () => {
    const silent = routes.filter(({ text }) => !recorded.test(text)).map(({ address }) => address)
    expect(silent.sort()).toEqual(unrecorded)
  })

  it('hears of each method of a route that has several', () => {
    const counts = routes
      .filter(({ text }) => recorded.test(text) && text.includes('auditEvent('))
      .map(({ address, text }) => ({
        address,
        methods: text.match(/export const (POST|PUT|PATCH|DELETE)\b/g)?.length,
        events: text.match(/audit\.record\(/g)?.length,
      }))
    expect(counts.filter(({ methods, events }) => methods !== events)).toEqual([])
  })
})
