import { createHmac } from 'node:crypto'

const stepMs = 30_000

/** The 30 seconds that a time is in, counted since 1970: what an app makes its code of (RFC 6238). */
export const stepAt = (time: number): number => Math.floor(time / stepMs)

/** The six digits that an authenticator app with this secret shows in a step. */
export function codeOfStep(secret: string | Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hmac = createHmac('sha1', secret).update(counter).digest()
  const offset = hmac.readUInt8(hmac.length - 1) & 0xf
  const digits = (hmac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000
  return String(digits).padStart(6, '0')
}
