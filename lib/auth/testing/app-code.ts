import { codeOfStep, stepAt } from '../sign-in-codes'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The six digits that an authenticator app shows now which was given this `otpauth://` address. */
export function appCode(uri: string, now = Date.now()): string {
  return codeOfStep(fromBase32(new URL(uri).searchParams.get('secret') ?? ''), stepAt(now))
}

/** What it shows next: a clock that is a little fast is accepted, and a code only once. */
export const nextAppCode = (uri: string): string => appCode(uri, Date.now() + 30_000)

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((character) => alphabet.indexOf(character).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
