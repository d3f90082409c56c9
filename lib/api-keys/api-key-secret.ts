import { createHash, randomBytes } from 'node:crypto'
import type { ApiKeyMode } from './api-key'

/**
 * The secret that a request calls itself by, in `Authorization: Bearer …` or `X-API-Key`; `null` where it has
 * neither. Whether it is one of ours is another question. Other kinds of `Authorization` are a proxy's business.
 */
export function presentedSecret(headers: Headers): string | null {
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '')
  const secret = bearer ? (bearer[1] ?? '') : headers.get('x-api-key')
  return secret?.trim() ?? null
}

/** By which people, and programs that search for leaked secrets, know one when they see it, and what it is for. */
const prefixes = { live: 'lead_live_', test: 'lead_test_' } as const satisfies Record<ApiKeyMode, string>
/** Of live keys too: what was made before there were test keys. */
const firstPrefix = 'leadapi_'
const bytes = 32
const hintLength = 4
const form = new RegExp(`^(${[...Object.values(prefixes), firstPrefix].join('|')})[0-9a-f]{${2 * bytes}}$`)

/** What is stored of a secret: its SHA-256, its end, by which a person tells it from others, and its key's mode. */
export type StoredSecret = { hash: Uint8Array<ArrayBuffer>; hint: string; mode: ApiKeyMode }

/** A new secret of 256 random bits. It is told once and stored only as its hash. */
export function newSecret(mode: ApiKeyMode): { secret: string; stored: StoredSecret } {
  const secret = prefixes[mode] + randomBytes(bytes).toString('hex')
  return { secret, stored: { hash: hashOf(secret), hint: secret.slice(-hintLength), mode } }
}

/** The hash to look a secret up by; `null` for what cannot be one of ours. */
export function secretHash(secret: string): Uint8Array<ArrayBuffer> | null {
  return form.test(secret) ? hashOf(secret) : null
}

function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret).digest())
}
