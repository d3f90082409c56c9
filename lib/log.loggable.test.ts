import { expect, it } from 'vitest'
import { loggable } from './log'

it('tells where an error arose and never what it says, because that may quote a person', () => {
  const error = Object.assign(new TypeError('value erik.andersson@example.com\n is taken'), { code: 'P2002' })
  const logged = loggable(error)
  expect(logged).toMatchObject({ error: 'TypeError', code: 'P2002' })
  expect(logged.at?.[0]).toMatch(/loggable\.test\.ts/)
  expect(JSON.stringify(logged)).not.toContain('example.com')
})

it('tells the kind of what is no error at all', () => {
  expect(loggable('erik.andersson@example.com')).toEqual({ error: 'string' })
})
