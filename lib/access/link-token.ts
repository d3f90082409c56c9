import { createHash, randomBytes } from 'node:crypto'

const bytes = 32

/** What stands in a link that lets somebody in: 256 random bits, and the hash that is kept of them. */
export function newLinkToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(bytes).toString('base64url')
  return { token, tokenHash: hashLinkToken(token) }
}

export function hashLinkToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
