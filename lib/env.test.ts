import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env'

const secret = 'x'.repeat(32)
const live = { VITEC_BASE_URL: 'https://connect.example.com', PUBLIC_URL: 'https://leads.example.com' }

describe('readEnv', () => {
  it.each([
    ['the sandbox on loopback', {}, 'open'],
    ['a sandbox that was asked to be closed', { REQUIRE_SIGN_IN: 'true' }, 'closed'],
    ['a sandbox that other machines reach', { HOST: '0.0.0.0', PUBLIC_URL: live.PUBLIC_URL }, 'closed'],
    ['live on loopback', live, 'closed'],
    ['a stand-in in another process', { VITEC_BASE_URL: 'http://127.0.0.1:4000' }, 'open'],
  ])('has %s, because only there nothing can be lost: %o is %s', (_, settings, access) => {
    expect(readEnv({ AUTH_SECRET: secret, ...settings })).toMatchObject({ access })
  })

  it.each([
    ['a sandbox with sign-in', { REQUIRE_SIGN_IN: 'true' }, ['AUTH_SECRET']],
    ['an address beyond loopback', { HOST: '0.0.0.0' }, ['AUTH_SECRET', 'PUBLIC_URL']],
    ['live', { VITEC_BASE_URL: live.VITEC_BASE_URL }, ['AUTH_SECRET', 'PUBLIC_URL']],
    ['a secret that can be guessed', { ...live, AUTH_SECRET: 'short' }, ['AUTH_SECRET']],
    ['retention off without a reason', { RETENTION_MONTHS: 'off' }, ['RETENTION_OFF_REASON']],
    [
      'a reason that says nothing',
      { RETENTION_MONTHS: 'off', RETENTION_OFF_REASON: 'because' },
      ['RETENTION_OFF_REASON'],
    ],
    [
      'a reason for what is not off',
      { RETENTION_OFF_REASON: 'The board has decided so in March.' },
      ['RETENTION_OFF_REASON', 'RETENTION_MONTHS'],
    ],
    ['retention of nothing', { RETENTION_MONTHS: '0' }, ['RETENTION_MONTHS']],
    ['a public address with a path', { PUBLIC_URL: 'https://leads.example.com/app' }, ['PUBLIC_URL']],
  ])('refuses to start with %s and names what is missing', (_, settings, names) => {
    const reading = () => readEnv(settings)
    expect(reading).toThrow(EnvError)
    for (const name of names) expect(reading).toThrow(name)
  })

  it('keeps personal data for two years unless somebody says otherwise, and for ever only with a reason', () => {
    expect(readEnv({})).toMatchObject({ RETENTION_MONTHS: 24 })
    expect(readEnv({ RETENTION_MONTHS: '6' })).toMatchObject({ RETENTION_MONTHS: 6 })
    const reason = 'The board has decided so in March.'
    expect(readEnv({ RETENTION_MONTHS: 'off', RETENTION_OFF_REASON: reason })).toMatchObject({
      RETENTION_MONTHS: 'off',
      RETENTION_OFF_REASON: reason,
    })
  })
})
