import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env'

const secret = 'x'.repeat(32)
const account = { VITEC_USERNAME: 'partner', VITEC_PASSWORD: 'word' }
const live = {
  VITEC_BASE_URL: 'https://connect.example.com',
  PUBLIC_URL: 'https://leads.example.com',
  ...account,
}
const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

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

  it.each([
    [
      'leads that everybody on the way can read',
      { VITEC_BASE_URL: 'http://connect.example.com' },
      'VITEC_BASE_URL',
    ],
    [
      'a password in an address, which is printed',
      { VITEC_BASE_URL: 'https://me:word@vitec.example.com' },
      'VITEC_BASE_URL',
    ],
    [
      'a sign-in that everybody on the way can read',
      { PUBLIC_URL: 'http://leads.example.com' },
      'PUBLIC_URL',
    ],
    ['half an account', { VITEC_USERNAME: '' }, 'VITEC_USERNAME'],
    ['no account and no way to set one', { VITEC_USERNAME: '', VITEC_PASSWORD: '' }, 'SECRETS_KEYS'],
    ['a key that is too short', { SECRETS_KEYS: '2026-1:c2hvcnQ=' }, 'SECRETS_KEYS'],
    [
      'a key that is one byte again and again',
      { SECRETS_KEYS: `1:${Buffer.alloc(32).toString('base64')}` },
      'SECRETS_KEYS',
    ],
    ['two keys of one name', { SECRETS_KEYS: `${key('1')},${key('1')}` }, 'SECRETS_KEYS'],
  ])('refuses to start live with %s', (_, settings, name) => {
    const reading = () => readEnv({ ...live, AUTH_SECRET: secret, ...settings })
    expect(reading).toThrow(EnvError)
    expect(reading).toThrow(name)
  })

  it('never repeats a value that was wrong, because it may be a secret and the message is printed', () => {
    const wrong = {
      SECRETS_KEYS: 'geheim',
      AUTH_SECRET: 'geheim',
      DATABASE_URL: 'geheim',
      VITEC_BASE_URL: 'geheim',
    }
    expect(() => readEnv(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('geheim') }),
    )
  })

  it('starts live with accounts of the customers alone, and takes several keys, the first for new secrets', () => {
    const keys = { SECRETS_KEYS: ` ${key('2026-2')} , ${key('2026-1')}` }
    const env = readEnv({ ...live, AUTH_SECRET: secret, VITEC_USERNAME: '', VITEC_PASSWORD: '', ...keys })
    expect(env).toMatchObject({ mode: 'live', SECRETS_KEYS: [{ id: '2026-2' }, { id: '2026-1' }] })
  })
})
