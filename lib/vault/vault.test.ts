import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault } from './vault'

const newKey = (id: string) => ({ id, key: randomBytes(32).toString('base64') })
const [first, second] = [newKey('2026-1'), newKey('2026-2')]
const vault = createVault([first])

describe('a vault', () => {
  it('gives back to its owner what it sealed, whatever text that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(vault.seal(text, 'a'), 'a')).toEqual({ ok: true, text })
      }),
    )
  })

  it('shows nothing of it, and seals nothing the same way twice, so that equal passwords cannot be told', () => {
    const [one, two] = [vault.seal('hemligt', 'a'), vault.seal('hemligt', 'a')]
    expect(one).toMatch(/^v1\.2026-1\.[A-Za-z0-9_-]+$/)
    expect(one).not.toBe(two)
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('hemligt')
  })

  it('opens nothing for another owner, because a row could be copied to a customer of somebody else', () => {
    expect(vault.open(vault.seal('hemligt', 'a'), 'b')).toEqual({ ok: false, keyId: '2026-1' })
  })

  it('opens nothing of which a single character was changed', () => {
    const sealed = vault.seal('hemligt', 'a')
    const from = 'v1.2026-1.'.length
    for (let at = from; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'Q' : 'A'
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      // The last character has bits that stand for nothing.
      if (!Buffer.from(changed.slice(from), 'base64url').equals(Buffer.from(sealed.slice(from), 'base64url')))
        expect(vault.open(changed, 'a').ok).toBe(false)
    }
    for (const broken of ['', 'v1', 'v1.2026-1.', 'v1.2026-1.AAAA', 'v2.2026-1.AAAA', 'hemligt'])
      expect(vault.open(broken, 'a').ok).toBe(false)
  })

  it('opens what an older key sealed, and tells it from what the new one did', () => {
    const both = createVault([second, first])
    const old = vault.seal('hemligt', 'a')
    expect(both.open(old, 'a')).toEqual({ ok: true, text: 'hemligt' })
    expect(both.isCurrent(old)).toBe(false)
    expect(both.isCurrent(both.seal('hemligt', 'a'))).toBe(true)
  })

  it('names the key that it lacks, and is not fooled by another one of that name', () => {
    const sealed = vault.seal('hemligt', 'a')
    expect(createVault([second]).open(sealed, 'a')).toEqual({ ok: false, keyId: '2026-1' })
    expect(createVault([newKey('2026-1')]).open(sealed, 'a')).toEqual({ ok: false, keyId: '2026-1' })
  })
})
