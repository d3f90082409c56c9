import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { tellSetUpLink } from './announce'

const link = 'http://127.0.0.1:3000/setup#secret'
let dataDir: string
let said = ''
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'lead-api-link-')), 'data')
  said = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    said += text
  })
  vi.spyOn(log, 'warn').mockImplementation((...line: unknown[]) => {
    said += JSON.stringify(line)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(join(dataDir, '..'), { recursive: true })
})

it('stands on the terminal, in front of whoever starts it', () => {
  tellSetUpLink(link, { dataDir, isTerminal: true })
  expect(said).toContain(link)
  expect(existsSync(join(dataDir, 'setup-link'))).toBe(false)
})

it('is in no log, because more people read that than may be administrators', () => {
  tellSetUpLink(link, { dataDir, isTerminal: false })
  expect(said).not.toContain('secret')
  const file = join(dataDir, 'setup-link')
  expect(said).toContain(file)
  expect(readFileSync(file, 'utf8')).toBe(`${link}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('is gone once there is an administrator, and another one takes the place of an old one', () => {
  tellSetUpLink('http://127.0.0.1:3000/setup#old', { dataDir, isTerminal: false })
  tellSetUpLink(link, { dataDir, isTerminal: false })
  expect(readFileSync(join(dataDir, 'setup-link'), 'utf8')).toBe(`${link}\n`)
  tellSetUpLink(null, { dataDir, isTerminal: false })
  expect(existsSync(join(dataDir, 'setup-link'))).toBe(false)
})
