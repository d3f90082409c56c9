import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EnvError, readEnv } from '@/lib/env'
import { authSecret } from './auth-secret'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lead-api-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const closed = (settings = {}) => readEnv({ REQUIRE_SIGN_IN: 'true', DATA_DIR: folder, ...settings })

it('is made once and kept, so that people stay signed in over a restart', () => {
  const secret = authSecret(closed())
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(authSecret(closed())).toBe(secret)
  expect(readdirSync(folder)).toEqual(['auth-secret'])
})

it('can be read by nobody else on the machine', () => {
  authSecret(closed())
  expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
})

it('is the one that was set, where one was, and none where nobody signs in', () => {
  const AUTH_SECRET = 'a secret of somebody who wants his own'
  expect(authSecret(closed({ AUTH_SECRET }))).toBe(AUTH_SECRET)
  expect(authSecret(readEnv({ DATA_DIR: folder }))).toBeUndefined()
  expect(readdirSync(folder)).toEqual([])
})

it('is made anew from an empty file, which a full disk may have left', () => {
  writeFileSync(join(folder, 'auth-secret'), '')
  expect(authSecret(closed())).toMatch(/^[0-9a-f]{64}$/)
})

it('stops the start where somebody has changed the file, because a new one would sign everybody out', () => {
  writeFileSync(join(folder, 'auth-secret'), 'short')
  expect(() => authSecret(closed())).toThrow(EnvError)
})
