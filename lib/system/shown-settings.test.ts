import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { readEnv, settingNames } from '@/lib/env'
import { shownSettings } from './shown-settings'

const random = () => randomBytes(24).toString('hex')

it('has every setting there is, once, in the order of the schema', () => {
  const shown = shownSettings(readEnv({}), () => 'default')
  expect(shown.map(({ name }) => name)).toEqual(settingNames)
})

it('shows no secret, and nothing of what could hold one, wherever an operator has put it', () => {
  const secrets = Array.from({ length: 7 }, random)
  const [database = '', owner = '', user = '', password = '', auth = '', path = '', reason = ''] = secrets
  const key = randomBytes(32).toString('base64')
  const env = readEnv({
    DATABASE_URL: `postgresql://lead:${database}@db.example.com/leads`,
    MIGRATION_DATABASE_URL: `postgresql://owner:${owner}@db.example.com/leads`,
    VITEC_BASE_URL: `https://connect.example.com/${path}?key=${path}`,
    VITEC_USERNAME: user,
    VITEC_PASSWORD: password,
    VITEC_LEAD_PATH: `/Lead/{customerId}/Person?key=${path}`,
    VITEC_LEAD_SOURCES_PATH: `/Sources/{customerId}#${path}`,
    SECRETS_KEYS: `2026-1:${key}`,
    AUTH_SECRET: auth,
    PUBLIC_URL: 'https://leads.example.com',
    RETENTION_MONTHS: 'off',
    RETENTION_OFF_REASON: `Decided by ${reason}`,
  })
  const shown = shownSettings(env, () => 'environment')
  const text = JSON.stringify(shown)
  for (const secret of [...secrets, key]) expect(text).not.toContain(secret)
  const isSet = (name: string) => shown.find((setting) => setting.name === name)
  for (const name of ['DATABASE_URL', 'VITEC_PASSWORD', 'SECRETS_KEYS', 'AUTH_SECRET'])
    expect(isSet(name)).toEqual({ name, isSet: true, value: null, source: 'environment' })
  expect(isSet('VITEC_BASE_URL')?.value).toBe('https://connect.example.com')
  expect(isSet('VITEC_LEAD_PATH')?.value).toBe('/Lead/{customerId}/Person')
})

it('tells what is not set from what is set to be silent', () => {
  const shown = shownSettings(readEnv({ TRUSTED_PROXIES: '10.0.0.0/8,192.0.2.1' }), () => 'file')
  const of = (name: string) => shown.find((setting) => setting.name === name)
  expect(of('TRUSTED_PROXIES')).toMatchObject({ isSet: true, value: '10.0.0.0/8,192.0.2.1' })
  expect(of('SECRETS_KEYS')).toMatchObject({ isSet: false, value: null })
})
