import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A key for secrets at rest: 32 bytes in base64, under the name that stands in what it sealed. */
export type VaultKey = { id: string; key: string }

/** What was sealed, and can be opened with the keys there are; or which key it needs, `null` where it is damaged. */
export type Opened = { ok: true; text: string } | { ok: false; keyId: string | null }

export type Vault = {
  /** Seals a text for its owner. The same text is never sealed to the same twice. */
  seal(text: string, owner: string): string
  /** Opens what was sealed for this owner, and for no other. */
  open(sealed: string, owner: string): Opened
  /** Whether it was sealed with the key that new secrets get. */
  isCurrent(sealed: string): boolean
}

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/**
 * Secrets at rest, by AES-256-GCM: `v1.<key's id>.<nonce, tag and text in base64url>`. The first key seals, all open,
 * so that keys can be changed while several instances run. The owner is bound in: a row that is copied to
 * another owner does not open there.
 */
export function createVault([current, ...older]: [VaultKey, ...VaultKey[]]): Vault {
  const keys = new Map([current, ...older].map(({ id, key }) => [id, Buffer.from(key, 'base64')]))
  const bound = (keyId: string, owner: string) => Buffer.from([version, keyId, owner].join('\n'), 'utf8')
  const currentKey = Buffer.from(current.key, 'base64')

  return {
    seal(text, owner) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv)
      cipher.setAAD(bound(current.id, owner))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const bytes = Buffer.concat([iv, cipher.getAuthTag(), hidden])
      return [version, current.id, bytes.toString('base64url')].join('.')
    },

    open(sealed, owner) {
      const [, keyId = null, text = ''] = /^v1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/.exec(sealed) ?? []
      const key = keyId === null ? undefined : keys.get(keyId)
      const bytes = Buffer.from(text, 'base64url')
      if (keyId === null || !key || bytes.length < ivBytes + tagBytes) return { ok: false, keyId }
      try {
        const options = { authTagLength: tagBytes }
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), options)
        decipher.setAAD(bound(keyId, owner))
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
        const shown = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
        return { ok: true, text: shown.toString('utf8') }
      } catch {
        return { ok: false, keyId }
      }
    },

    isCurrent: (sealed) => sealed.startsWith(`${version}.${current.id}.`),
  }
}
