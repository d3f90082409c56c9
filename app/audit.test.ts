import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const api = join(import.meta.dirname, 'api')

/**
 * What changes nothing that anybody could be asked about later: searches of the log, counts, and halves of what is
 * recorded whole.
 */
const unrecorded = [
  'auth/invitation',
  'staff/account/second-factor',
  'staff/audit/search',
  'staff/bulk-sends/count',
  'staff/leads/search',
  'staff/leads/suggestion',
  'staff/sending/count',
  'staff/sending/search',
]

/**
 * A store is told who asks, and writes the event in the transaction of the act (lib/audit/audited-acts.test.ts). What
 * better-auth does cannot be: the event of a sign-in is made of the session it began, others are written after.
 */
const recorded = /requesterOf\(|people\.accept\(|auditEvent\(|answerSignedIn\(/

/** Whose own way to sign in it is: nothing else is recorded after it was done. */
const afterwards = [
  'auth/second-step',
  'auth/sign-in',
  'auth/sign-out',
  'staff/account/password',
  'staff/account/second-factor/confirm',
  'staff/account/second-factor/remove',
]

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
      .filter(({ text }) => text.includes('requesterOf('))
      .map(({ address, text }) => ({
        address,
        methods: text.match(/export const (POST|PUT|PATCH|DELETE)\b/g)?.length,
        events: text.match(/requesterOf\(/g)?.length,
      }))
    expect(counts.filter(({ methods, events }) => methods !== events)).toEqual([])
  })

  it('hears afterwards only of what shares no transaction with it: everything else is done and recorded, or neither', () => {
    const late = routes
      .filter(({ text }) => /audit\.record\(|answerSignedIn\(/.test(text))
      .map(({ address }) => address)
    expect(late.sort()).toEqual(afterwards)
  })
})
