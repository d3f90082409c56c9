import { expect, it } from 'vitest'
import { readEnv } from '@/lib/env'
import { standInPassword, vitecSettings } from './from-env'

const one = 'Kq4vX0bW7tLr9sZc2mYh5nDe8jPa3fUg'
const other = 'h3Tz8wQe1nRv6yLk0sBd5xCm2gUj9pFa'
const closed = (secret: string) => readEnv({ REQUIRE_SIGN_IN: 'true', AUTH_SECRET: secret })

it('gives the stand-in a password that is not in the source where others may reach it', () => {
  const usual = standInPassword(readEnv({}))
  const first = standInPassword(closed(one))
  expect(first).not.toBe(usual)
  expect(first).not.toBe(standInPassword(closed(other)))
  expect(vitecSettings(closed(one)).password).toBe(first)
})

it.each([
  ['0.0.0.0', 'http://127.0.0.1:3000/sandbox/vitec'],
  ['::', 'http://[::1]:3000/sandbox/vitec'],
  ['::1', 'http://[::1]:3000/sandbox/vitec'],
])('reaches its own stand-in when it listens on %s, which is no address to call', (HOST, address) => {
  const env = readEnv({ HOST, AUTH_SECRET: one, PUBLIC_URL: 'https://leads.example.com' })
  expect(vitecSettings(env).baseUrl).toBe(address)
})
